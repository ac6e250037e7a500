import type { DraftBlock } from '../draft.ts';
import { concat, plain } from '../prose.ts';
import { inline } from './inline.ts';
import type { ListPiece, Piece } from './piece.ts';

/** A line of dashes, or a few asterisks. */
const RULE = /^(?:[-–—_=]{3,}|[*·•⁂](?:\s*[*·•⁂]){2,10})$/u;

/** The block that a piece of the text makes. */
export function blockOf(piece: Piece, labels: ReadonlySet<string>): DraftBlock {
  if (piece.shape === 'list') return listOf(piece, labels);
  if (RULE.test(piece.text)) return { type: 'rule', ...plain('') };
  const type = piece.shape === 'prose' ? 'paragraph' : 'quotation';
  return { type, ...inline(piece.text, labels) };
}

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
