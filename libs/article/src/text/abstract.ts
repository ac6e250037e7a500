import { knownPart, runInPart } from '../known-titles.ts';
import { looksLikeHeading } from './headings.ts';
import { type Piece, type ProsePiece, prosePiece, textOf } from './piece.ts';

/** The abstract (or abstracts, where there are several languages) and the keywords. */
export interface Abstract {
  abstract: ProsePiece[];
  keywords: string[];
  /** The index behind them. */
  end: number;
}

const LONGEST_ABSTRACT = 12;
const LONGEST_LINE = 400;

/** Where the abstract or the keywords begin, if they do so before the text: below it a `Summary` is part of it. */
export function findAbstract(pieces: readonly Piece[]): number | undefined {
  for (const [at, piece] of pieces.entries()) {
    const { part } = partOf(piece);
    if (part === 'abstract' || part === 'keywords') return at;
    if (part === 'section' || textOf(piece).length > LONGEST_LINE) return undefined;
  }
  return undefined;
}

/** Reads the abstracts and keywords that begin at a piece, in whatever order. */
export function readAbstract(pieces: readonly Piece[], from: number): Abstract {
  const read: Abstract = { abstract: [], keywords: [], end: from };
  for (;;) {
    const piece = pieces[read.end];
    const { part, rest } = piece ? partOf(piece) : nothing;
    if (piece === undefined || (part !== 'abstract' && part !== 'keywords')) return read;
    const own = rest === '' ? [] : [prosePiece(piece.line, rest)];
    const below = read.end + 1;
    if (part === 'abstract') {
      const more = paragraphsOfAbstract(pieces, below, own.length);
      read.abstract.push(...own, ...more);
      read.end = below + more.length;
    } else {
      const list = own.length === 0 ? pieces[below] : undefined;
      read.keywords.push(...keywordsIn(list ? textOf(list) : rest));
      read.end = below + (list ? 1 : 0);
    }
  }
}

const nothing = { part: undefined, rest: '' };

function partOf(piece: Piece): { part: ReturnType<typeof knownPart>; rest: string } {
  if (piece.shape !== 'prose') return nothing;
  const part = knownPart(piece.text);
  return part ? { part, rest: '' } : (runInPart(piece.text) ?? nothing);
}

/** Up to the keywords or the next heading; where neither comes soon, an abstract is one paragraph. */
function paragraphsOfAbstract(pieces: readonly Piece[], from: number, already: number): ProsePiece[] {
  const near = pieces.slice(from, from + LONGEST_ABSTRACT);
  const end = near.findIndex((piece) => piece.shape !== 'prose' || endsAbstract(piece));
  const paragraphs = end === -1 ? near.slice(0, Math.max(0, 1 - already)) : near.slice(0, end);
  return paragraphs.flatMap((piece) => (piece.shape === 'prose' ? piece : []));
}

const endsAbstract = (piece: ProsePiece): boolean => partOf(piece).part !== undefined || looksLikeHeading(piece.text);

const keywordsIn = (text: string): string[] =>
  text
    .replace(/\.\s*$/, '')
    .split(/[;•·|\n]/u.test(text) ? /[;•·|\n]/u : /[,、،]/u)
    .map((keyword) => keyword.replace(/^[-*]\s/, '').trim())
    .filter((keyword) => keyword !== '');
