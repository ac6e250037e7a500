import type { DraftBlock } from '../draft.ts';
import { tableBlock } from '../draft-blocks.ts';
import { formulaFromTex } from '../mathml/from-tex.ts';
import { concat, plain } from '../prose.ts';
import { inline } from './inline.ts';
import type { ListPiece, Piece, QuotationPiece } from './piece.ts';
import { RULE } from './rule.ts';

/** The block that a piece of the text makes. */
export function blockOf(piece: Piece, labels: ReadonlySet<string>): DraftBlock {
  if (piece.shape === 'list') return listOf(piece, labels);
  if (RULE.test(piece.text)) return { type: 'rule', ...plain('') };
  if (piece.shape === 'prose') {
    const caption = pictureIn(piece.text);
    return caption === undefined
      ? { type: 'paragraph', ...inline(piece.text, labels) }
      : { type: 'figure', ...inline(caption, labels) };
  }
  switch (piece.kind) {
    case 'code':
      return { type: 'code', ...plain(piece.text) };
    case 'formula':
      return formulaOf(piece.text);
    case 'table':
      return tableOf(piece, labels);
    default:
      return { type: piece.kind ?? 'quotation', ...inline(piece.text, labels) };
  }
}

/** What stands where a picture stood, alone in brackets: `[A ferry at low water]`, `[Illustration: A ferry]`. */
export const pictureIn = (text: string): string | undefined =>
  /^\[(?:(?:illustration|image|figure|picture|bild|abbildung|imagen|image)\s*:\s*)?(\p{Lu}[^[\]]{8,600})\]$/iu.exec(
    text,
  )?.[1];

function formulaOf(tex: string): DraftBlock {
  const { text, mathml } = formulaFromTex(tex, true);
  return { type: 'formula', ...plain(text), ...(mathml !== undefined && { mathml }) };
}

/** The first row is the head. */
const tableOf = ({ text, caption }: QuotationPiece, labels: ReadonlySet<string>): DraftBlock =>
  tableBlock(
    text
      .split('\n')
      .map((row, index) => row.split('\t').map((cell) => ({ prose: inline(cell, labels), header: index === 0 }))),
    caption === undefined ? undefined : inline(caption, labels),
  );

function listOf({ ordered, items }: ListPiece, labels: ReadonlySet<string>): DraftBlock {
  const texts = items.map(({ text }) => inline(text, labels));
  let start = 0;
  const spans = items.map(({ level }, index) => {
    const from = start;
    const end = from + (texts[index]?.text.length ?? 0);
    start = end + 1;
    return { start: from, end, level };
  });
  return { type: 'list', ...concat(texts, '\n'), ordered, items: spans };
}
