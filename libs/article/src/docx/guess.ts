/** What people do by looks alone: headings in strong type, quotations moved in, whole manuscripts in the letters of a typewriter. */

import { type Diagnostic, type DiagnosticCode, diagnose } from '../diagnostic.ts';
import { at, type MarkupElement, textIn, visit } from '../markup/tree.ts';
import type { Saying } from '../sayings.ts';
import type { Piece } from './blocks.ts';
import { isTypewritten } from './styles.ts';

type Paragraph = Extract<Piece, { shape: 'paragraph' }>;

const LONGEST_HEADING = 120;

/** Where nothing has the style of a heading, short paragraphs in strong type are taken for headings. */
export function withGuessedHeadings(pieces: readonly Piece[], diagnostics: Diagnostic[]): readonly Piece[] {
  if (pieces.some((piece) => piece.shape === 'paragraph' && piece.kind.kind === 'heading')) return pieces;
  const isHeading = ({ isStrong, list, prose: { text } }: Paragraph): boolean =>
    isStrong && !list && text.length <= LONGEST_HEADING && !/[.,;:]$/.test(text) && !text.includes('\n');
  return pieces.map((piece) => {
    if (!isText(piece) || !isHeading(piece)) return piece;
    guessed('docx/heading-guessed', 'heading-guessed', piece, diagnostics);
    return { ...piece, kind: { kind: 'heading', level: 1 } };
  });
}

/** In twentieths of a point: half a centimetre. */
const LEAST_INDENT = 280;
/** More than so much of the text is never quoted. */
const MOST = 0.5;

/** Paragraphs that are moved in from where the rest of the text stands are quoted. */
export function withGuessedQuotations(pieces: readonly Piece[], diagnostics: Diagnostic[]): readonly Piece[] {
  const texts = pieces.filter(isText).filter(({ list }) => !list);
  const lengths = new Map<number, number>();
  for (const { indent, prose } of texts) lengths.set(indent, (lengths.get(indent) ?? 0) + prose.text.length);
  const [usual, length] = [...lengths].toSorted((a, b) => b[1] - a[1])[0] ?? [0, 0];
  const all = texts.reduce((sum, { prose }) => sum + prose.text.length, 0);
  if (length < MOST * all) return pieces;
  return pieces.map((piece) => {
    if (!isText(piece) || piece.list || piece.indent - usual < LEAST_INDENT) return piece;
    guessed('docx/quotation-guessed', 'quotation-guessed', piece, diagnostics);
    return { ...piece, kind: { kind: 'quotation' } };
  });
}

const isText = (piece: Piece): piece is Paragraph => piece.shape === 'paragraph' && piece.kind.kind === 'text';

function guessed(code: DiagnosticCode, saying: Saying, piece: Paragraph, diagnostics: Diagnostic[]): void {
  diagnostics.push(diagnose(code, { paragraph: piece.paragraph }, saying, { words: piece.prose.text }));
}

/** Is most of a document in letters of one width, so that they say nothing about a part of it? */
export function isTypescript(body: MarkupElement): boolean {
  let [typewritten, all] = [0, 0];
  visit(body, (element) => {
    if (element.name !== 'r') return;
    const { length } = textIn(element);
    all += length;
    if (isTypewritten(at(element, 'rPr'))) typewritten += length;
  });
  return typewritten > MOST * all;
}
