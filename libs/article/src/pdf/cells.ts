/** The cells of lines that wide blanks, or upright lines, divide, and the columns that they stand in. */
import { type Line, lineOf, type Run, wordsOf } from './layout.ts';
import type { Box } from './matrix.ts';

/** A blank this wide, in ems, divides cells. */
const WIDE = 1;
/** The edges of a column are not quite in one line, in points. */
const ASKEW = 2;
/** The same for the head of a table, whose cells may have other margins, in ems. */
export const HEAD_ASKEW = 0.5;
/** So many lines with all cells show where the columns are. */
const FEWEST_ROWS = 2;

export interface Extent {
  x: number;
  right: number;
}

/** The parts of a line between wide blanks and upright lines. */
export function cellsOf({ page, slot, runs, y, ruled }: Line, posts: readonly Box[] = []): Line[] {
  const cells: Run[][] = [];
  const own = posts.filter(({ top, bottom }) => top < y && bottom > y - 2);
  let right = Number.NEGATIVE_INFINITY;
  for (const run of runs) {
    const isDivided = own.some((post) => post.x > right - ASKEW && post.right < run.x + ASKEW && right > 0);
    if (run.x - right > WIDE * run.size || isDivided) cells.push([]);
    cells.at(-1)?.push(run);
    right = Math.max(right, run.right);
  }
  return cells.map((own) => ({ ...lineOf(page, slot, own), ruled }));
}

/** Where the columns are: cells that overlap are in one. */
export function columnsOf(cells: readonly Extent[]): Extent[] {
  const columns: Extent[] = [];
  for (const { x, right } of cells.toSorted((a, b) => a.x - b.x)) {
    const last = columns.at(-1);
    if (last && x < last.right) last.right = Math.max(last.right, right);
    else columns.push({ x, right });
  }
  return columns;
}

/** What of a row stands in a column. */
export function cellIn(row: readonly Line[], { x, right }: Extent): Line | undefined {
  const own = row.filter((cell) => cell.x >= x && cell.right <= right);
  const [first] = own;
  if (!first) return undefined;
  const runs = own.flatMap((cell) => cell.runs);
  return { ...lineOf(first.page, first.slot, runs), ruled: first.ruled };
}

/**
 * The cells of each line and the columns they stand in. Where cells of some lines reach over several columns, since the blanks
 * in them are narrow, their words go where those of the lines with the most cells stand.
 */
export function columnsAmong(
  lines: readonly Line[],
  cells: readonly Line[][],
): { own: readonly Line[][]; columns: readonly Extent[] } {
  const columns = columnsOf(cells.flat());
  const most = Math.max(...cells.map((row) => row.length));
  const full = cells.filter((row) => row.length === most);
  const wider = columnsOf(full.flat());
  if (columns.length >= most || full.length < FEWEST_ROWS || wider.length !== most) {
    return columns.length < most ? (byStarts(lines, most) ?? { own: cells, columns }) : { own: cells, columns };
  }
  const own = lines.map((line, at) => {
    const row = cells[at] ?? [];
    const parted = row.length === most ? undefined : alignedWith(wider, line);
    return parted?.flatMap((runs) =>
      runs.length > 0 ? { ...lineOf(line.page, line.slot, runs), ruled: line.ruled } : [],
    );
  });
  return {
    own: own.map((row, at) => row ?? cells[at] ?? []),
    columns: columnsOf(own.flatMap((row, at) => row ?? cells[at] ?? [])),
  };
}

/** Share of the lines in which a word begins at the edge of each column, and how near to it, in points. */
const MOST_LINES = 0.8;
const SAME_PLACE = 1;
const FEWEST_LINES = 4;

/** Columns, no fewer than said, as places where words begin in nearly all lines. */
function byStarts(
  lines: readonly Line[],
  fewest: number,
): { own: readonly Line[][]; columns: readonly Extent[] } | undefined {
  if (lines.length < FEWEST_LINES) return undefined;
  const words = lines.map((line) => line.runs.flatMap(wordsOf));
  const places = [...new Set(words.flat().map(({ x }) => x))].sort((a, b) => a - b);
  const starts = places.filter((place, at) => {
    const near = words.filter((row) => row.some(({ x }) => x >= place && x - place < SAME_PLACE));
    return (
      near.length >= MOST_LINES * lines.length && place - (places[at - 1] ?? Number.NEGATIVE_INFINITY) >= SAME_PLACE
    );
  });
  if (starts.length < fewest) return undefined;
  const own = lines.map(({ page, slot, ruled }, at) =>
    starts.flatMap((start, nth) => {
      const end = starts[nth + 1] ?? Number.POSITIVE_INFINITY;
      const runs = (words[at] ?? []).filter(({ x }) => (nth === 0 || x >= start) && x < end);
      return runs.length > 0 ? { ...lineOf(page, slot, runs), ruled } : [];
    }),
  );
  return { own, columns: columnsOf(own.flat()) };
}

/** The words of a line by the column whose edge or middle they keep; what keeps none goes on with the word before. */
export function alignedWith(columns: readonly Extent[], line: Line): Run[][] {
  const cells = columns.map((): Run[] => []);
  for (const word of line.runs.flatMap(wordsOf)) {
    const distances = columns.map((column) => askew(word, column));
    const nearest = distances.indexOf(Math.min(...distances));
    const last = cells.findLastIndex((cell) => cell.length > 0);
    const at = (distances[nearest] ?? 0) < HEAD_ASKEW * line.size || last === -1 ? nearest : last;
    cells[Math.max(at, last)]?.push(word);
  }
  return cells;
}

/** How far, in points, the nearer edges or the middles are apart. */
export const askew = (a: Extent, b: Extent): number =>
  Math.min(Math.abs(a.x - b.x), Math.abs(a.right - b.right), Math.abs(a.x + a.right - b.x - b.right) / 2);
