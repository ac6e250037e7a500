/**
 * Tables: lines below each other that wide blanks divide in the same places. Text has such blanks by chance, and title pages
 * on purpose, so lines are a table only next to a caption that says so, or if there are three columns at least.
 */
import { captionKind } from './captions.ts';
import { type Line, lineOf, type Run } from './layout.ts';

/** Lines `[from, to)` of a column that are a table, and the cells in each; a cell that is empty has no line. */
export interface Grid {
  kind: 'table';
  from: number;
  to: number;
  rows: (Line | undefined)[][];
}

/** A blank this wide, in ems, divides cells. */
const WIDE = 1;
const FEWEST_ROWS = 3;
const FEWEST_COLUMNS = 3;
/** A caption has so many lines at most. */
const CAPTION = 5;

/** The tables in a column of lines. */
export function gridsIn(lines: readonly Line[]): Grid[] {
  const cells = lines.map((line) => (line.pictures.length > 0 ? [] : cellsOf(line)));
  const grids: Grid[] = [];
  for (let from = 0; from < lines.length; from++) {
    let to = from;
    while ((cells[to]?.length ?? 0) > 1) to += 1;
    if (to - from < FEWEST_ROWS) {
      from = Math.max(from, to);
      continue;
    }
    const own = cells.slice(from, to);
    const columns = columnsOf(own.flat());
    const isWide = columns.length >= FEWEST_COLUMNS && (lines[from]?.page ?? 1) > 1;
    if (columns.length > 1 && (isWide || hasCaption(lines, from, to))) {
      grids.push({ kind: 'table', from, to, rows: own.map((row) => columns.map((column) => cellIn(row, column))) });
    }
    from = to;
  }
  return grids;
}

interface Extent {
  x: number;
  right: number;
}

/** The parts of a line between wide blanks. */
export function cellsOf({ page, slot, runs }: Line): Line[] {
  const cells: Run[][] = [];
  let right = Number.NEGATIVE_INFINITY;
  for (const run of runs) {
    if (run.x - right > WIDE * run.size) cells.push([]);
    cells.at(-1)?.push(run);
    right = Math.max(right, run.right);
  }
  return cells.map((own) => lineOf(page, slot, own));
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
  return (
    first &&
    lineOf(
      first.page,
      first.slot,
      own.flatMap(({ runs }) => runs),
    )
  );
}

/** Is there a caption right above or below? */
function hasCaption(lines: readonly Line[], from: number, to: number): boolean {
  const near = [...lines.slice(Math.max(0, from - CAPTION), from), ...lines.slice(to, to + CAPTION)];
  return near.some(({ text }) => captionKind(text) === 'table');
}
