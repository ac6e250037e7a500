/**
 * Tables that an extractor left cell by cell, each on a line of its own. What gives them away is that they come again: below the
 * heads of the columns, words and numbers stand in the same order in every row.
 */
import { isKnownHeading } from './headings.ts';
import type { Piece, ProsePiece } from './piece.ts';

const LONGEST_CELL = 40;
const LONGEST_CAPTION = 200;
const MOST_COLUMNS = 8;
/** With the heads. */
const FEWEST_ROWS = 4;
/** So many short lines above or below a table may be none of its cells: a caption, a title. */
const BESIDE = 2;
const NUMBER = /^[^\p{L}]*\d[^\p{L}]*(?:\p{L}{1,3})?$/u;

/** The pieces with such tables in one. */
export function gatherCells(pieces: readonly Piece[]): Piece[] {
  const gathered: Piece[] = [];
  for (let at = 0; at < pieces.length; ) {
    const run = runFrom(pieces, at);
    const table = tableIn(run);
    if (!table) {
      gathered.push(...(run.length > 0 ? run : pieces.slice(at, at + 1)));
      at += Math.max(1, run.length);
      continue;
    }
    const { from, cells, columns } = table;
    gathered.push(...run.slice(0, from));
    const caption = captionAmong(gathered);
    if (caption) gathered.pop();
    const [first] = cells;
    gathered.push({
      shape: 'quotation',
      kind: 'table',
      line: first?.line ?? 1,
      torn: first?.torn ?? false,
      text: rowsOf(cells, columns)
        .map((row) => row.map(({ text }) => text).join('\t'))
        .join('\n'),
      ...(caption && { caption: caption.text }),
    });
    at += from + cells.length;
  }
  return gathered;
}

/** Short lines, each by itself, as far as they go. */
function runFrom(pieces: readonly Piece[], from: number): ProsePiece[] {
  const run: ProsePiece[] = [];
  for (const piece of pieces.slice(from)) {
    if (piece.shape !== 'prose' || piece.lines.length > 1 || piece.text.length > LONGEST_CELL) break;
    run.push(piece);
  }
  return run;
}

interface Cells {
  /** How many lines of the run stand above. */
  from: number;
  cells: readonly ProsePiece[];
  columns: number;
}

/** The largest table in a run of short lines. */
function tableIn(run: readonly ProsePiece[]): Cells | undefined {
  for (let beside = 0; beside <= 2 * BESIDE; beside++) {
    // A caption above is more likely than anything else.
    for (let from = Math.min(beside, BESIDE); from >= Math.max(0, beside - BESIDE); from--) {
      const cells = run.slice(from, run.length - (beside - from));
      for (let columns = 2; columns <= MOST_COLUMNS; columns++) {
        if (isTable(rowsOf(cells, columns), columns)) return { from, cells, columns };
      }
    }
  }
  return undefined;
}

/** Full rows, a head of words, and below it columns each of words or of numbers, the first of words and one of numbers. */
function isTable([head = [], ...rows]: readonly (readonly ProsePiece[])[], columns: number): boolean {
  if (rows.length + 1 < FEWEST_ROWS || rows.some((row) => row.length !== columns)) return false;
  if (head.some(({ text }) => isNumber(text))) return false;
  const kinds = head.map((_, column) => new Set(rows.map((row) => isNumber(row[column]?.text ?? ''))));
  return kinds.every(({ size }) => size === 1) && kinds[0]?.has(false) === true && kinds.some((kind) => kind.has(true));
}

const isNumber = (text: string): boolean => NUMBER.test(text);

function rowsOf(cells: readonly ProsePiece[], columns: number): ProsePiece[][] {
  return Array.from({ length: Math.ceil(cells.length / columns) }, (_, row) =>
    cells.slice(row * columns, (row + 1) * columns),
  );
}

/** What stands right above a table, and is neither a sentence nor a title that every article has. */
function captionAmong(pieces: readonly Piece[]): ProsePiece | undefined {
  const last = pieces.at(-1);
  if (last?.shape !== 'prose' || last.text.length > LONGEST_CAPTION || isKnownHeading(last.text)) return undefined;
  return /[.:;?!]$/.test(last.text) ? undefined : last;
}
