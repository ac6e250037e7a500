/** What a publisher prints around the text: the copyright line, the DOI, how to cite. It may stand anywhere. */
import type { Piece, ProsePiece } from './piece.ts';

/** The imprint, and the text without it. */
export interface Imprint {
  licence?: string;
  doi?: string;
  citations: ProsePiece[];
  rest: Piece[];
}

const LONGEST = 2_000;
const LICENCE = new RegExp(
  [
    '^©|^\\(c\\) ?\\d{4}|^copyright ?(?:©|\\(c\\)|\\d{4})|^(?:licen[cs]e|lizenz|licencia): |^licensed under|^cc[ -]by\\b',
    '^this is an open[- ]access|^this (?:article|work|text|chapter) is (?:licensed|distributed|made available)',
    '^diese[rs]? (?:artikel|beitrag|text|werk)\\b.*lizenz|^est[ea] (?:artículo|obra|texto)\\b.*licencia',
    '^cet(?:te)? (?:article|œuvre|texte)\\b.*licence',
  ].join('|'),
  'iu',
);
const CITATION =
  /^(?:(?:how to |to )?cite this article|how to cite|suggested citation|zitier(?:hinweis|vorschlag)|cómo citar|pour citer)/iu;
const DOI = /\b10\.\d{4,9}\/[^\s"<>]+/;
const DOI_LINE = /^(?:doi:?\s*)?(?:https?:\/\/(?:dx\.)?doi\.org\/)?10\.\d{4,9}\/[^\s"<>]+$/i;

/** Takes the imprint out; what comes after a part of it is torn from what came before. */
export function takeImprint(pieces: readonly Piece[]): Imprint {
  const rest: Piece[] = [];
  const licences: string[] = [];
  const citations: ProsePiece[] = [];
  const dois: string[] = [];
  let torn = false;
  for (const piece of pieces) {
    const kind = piece.shape === 'prose' ? kindOf(piece.text) : undefined;
    if (piece.shape !== 'prose' || kind === undefined) {
      rest.push(torn && !piece.torn ? { ...piece, torn } : piece);
      torn = false;
      continue;
    }
    torn = true;
    if (kind === 'licence') licences.push(piece.text);
    if (kind === 'citation') citations.push(piece);
    if (kind !== 'licence') dois.push(...doiIn(piece.text));
  }
  const [doi] = dois;
  const licence = licences.join(' ');
  return { ...(licence !== '' && { licence }), ...(doi !== undefined && { doi }), citations, rest };
}

function kindOf(text: string): 'licence' | 'citation' | 'doi' | undefined {
  if (text.length > LONGEST) return undefined;
  if (LICENCE.test(text)) return 'licence';
  if (CITATION.test(text)) return 'citation';
  return DOI_LINE.test(text) ? 'doi' : undefined;
}

const doiIn = (text: string): string[] => {
  const doi = DOI.exec(text)?.[0].replace(/[.,;)\]]+$/, '');
  return doi === undefined ? [] : [doi];
};
