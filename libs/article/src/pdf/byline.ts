/** The lines under a title. Authors who stand side by side are read one after the other, each with what stands below. */

import { isAllCaps } from '../text/headings.ts';
import { type ProsePiece, prosePiece } from '../text/piece.ts';
import { cellIn, cellsOf, columnsOf } from './cells.ts';
import type { Told } from './headings.ts';
import type { Line } from './layout.ts';

/** Blocks of lines, each of one author if they stand side by side. */
export function bylineOf(paragraphs: readonly Told[]): ProsePiece[] {
  const pieces: ProsePiece[] = [];
  let beside: { number: number; rows: Line[][] } | undefined;
  const close = (): void => {
    if (beside) pieces.push(...piecesOf(beside.number, beside.rows));
    beside = undefined;
  };
  for (const { number, lines } of paragraphs) {
    let alone: Line[] = [];
    const closeAlone = (): void => {
      if (alone.length > 0) pieces.push(pieceOfLines(number, alone));
      alone = [];
    };
    for (const line of lines) {
      const cells = cellsOf(line);
      if (cells.length > 1 || (beside && isUnderOne(cells, beside.rows))) {
        closeAlone();
        beside ??= { number, rows: [] };
        beside.rows.push(cells);
      } else {
        close();
        alone.push(line);
      }
    }
    closeAlone();
  }
  close();
  return pieces;
}

const pieceOfLines = (number: number, lines: readonly Line[]): ProsePiece => ({
  ...prosePiece(number, lines.map(asNamed).join(' ')),
  lines: lines.map(asNamed),
});

/** Names that are set in capitals as one writes them. */
const asNamed = ({ text }: Line): string =>
  isAllCaps(text)
    ? text.replace(/\p{L}+/gu, (word) => `${word.charAt(0)}${word.slice(1).toLowerCase()}`).replace(/\bAnd\b/g, 'and')
    : text;

/** Does a line stand under one of those side by side, and not in the middle below all of them? */
const isUnderOne = (cells: readonly Line[], rows: readonly Line[][]): boolean =>
  cells.every(
    ({ x, right }) => columnsOf(rows.flat()).filter((column) => x < column.right && right > column.x).length === 1,
  );

function piecesOf(number: number, rows: readonly Line[][]): ProsePiece[] {
  return columnsOf(rows.flat()).flatMap((column) => {
    const lines = rows.flatMap((row) => cellIn(row, column) ?? []);
    return lines.length > 0 ? [pieceOfLines(number, lines)] : [];
  });
}
