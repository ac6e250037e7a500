/**
 * Tables: lines below each other that wide blanks, or upright lines, divide in the same places. Text has such blanks by
 * chance, and title pages on purpose, so lines are a table only next to a caption that says so, between rules across, or if
 * there are three columns at least.
 */
import { captionKind } from './caption-kind.ts';
import { alignedWith, askew, cellIn, cellsOf, columnsAmong, columnsOf, type Extent, HEAD_ASKEW } from './cells.ts';
import { type Column, type Line, lineOf, wordsOf } from './layout.ts';

/** Lines of a cell, which is empty if there are none. */
export type Cell = readonly Line[];

/** Lines `[from, to)` of a column that are a table, and the cells in each row. */
export interface Grid {
  kind: 'table';
  from: number;
  to: number;
  rows: Cell[][];
  /** A rule stands under the first row. */
  headed: boolean;
  /** Rules or a caption say that it is a table, and not only blanks. */
  isCertain: boolean;
}

/** Lines of running text: so many of one size below each other, so long. */
const FEWEST_LINES = 3;
const LONG = 30;
const FEWEST_ROWS = 3;
const FEWEST_COLUMNS = 3;
/** Between rules two rows are a table. */
const FEWEST_RULED_ROWS = 2;
/** Of a cell, below its first one. */
const MOST_LINES = 4;
/** A caption has so many lines at most. */
const CAPTION = 5;

/** The tables in a column of lines. */
export function gridsIn({ lines, posts }: Pick<Column, 'lines' | 'posts'>): Grid[] {
  const cells = lines.map((line) => (line.pictures.length > 0 ? [] : cellsOf(line, posts)));
  const grids: Grid[] = [];
  for (let from = 0; from < lines.length; from++) {
    const to = endOf(lines, cells, from);
    const grid = to - from >= FEWEST_RULED_ROWS ? gridOf({ lines, posts }, cells, from, to) : undefined;
    if (grid) {
      grids.push(grid);
      from = to - 1;
    } else if (to - from >= FEWEST_ROWS) from = to - 1;
  }
  return grids;
}

function gridOf(
  { lines, posts }: Pick<Column, 'lines' | 'posts'>,
  cells: readonly Line[][],
  from: number,
  to: number,
): Grid | undefined {
  const { own, columns } = columnsAmong(lines.slice(from, to), cells.slice(from, to));
  const ruled = [...lines.slice(from, to + 1)].filter((line) => line.ruled).length;
  const isRuled = ruled >= 2 || (ruled === 1 && columns.length >= FEWEST_COLUMNS);
  // Above the text are the names of authors, side by side.
  const isInText = (lines[from]?.page ?? 1) > 1 || isBelowText(lines, from);
  const isWide = columns.length >= FEWEST_COLUMNS && isInText;
  const isCertain = isRuled || (to - from >= FEWEST_ROWS && hasCaption(lines, from, to));
  if (columns.length < 2 || !(isCertain || (to - from >= FEWEST_ROWS && isWide))) return undefined;
  const printed = lines.slice(from, to);
  // Where a rule stands between all rows, lines without one go on with the row above.
  const inner = printed.slice(1).filter((line) => line.ruled).length;
  const [top, bottom] = [printed[0]?.y ?? 0, printed.at(-1)?.y ?? 0];
  const hasRuleOnEach = inner >= 2 && posts.some((post) => post.top < bottom && post.bottom > top);
  const rows: Line[][][] = [];
  for (const [at, line] of printed.entries()) {
    const row = columns.map((column) => cellIn(own[at] ?? [], column));
    const above = rows.at(-1);
    const goesOn = above && !line.ruled && (hasRuleOnEach || isRest(row, above));
    if (goesOn) for (const [index, cell] of row.entries()) above[index]?.push(...(cell ? [cell] : []));
    else rows.push(row.map((cell) => (cell ? [cell] : [])));
  }
  const head = headAbove(lines, from, columns);
  if (head) return { kind: 'table', from: from - 1, to, rows: [head, ...rows], headed: true, isCertain };
  return { kind: 'table', from, to, rows, headed: rows[1]?.some((cell) => cell[0]?.ruled) === true, isCertain };
}

const isBelowText = (lines: readonly Line[], from: number): boolean =>
  lines.slice(0, from).some((line, at) => {
    const own = lines.slice(at, Math.min(from, at + FEWEST_LINES));
    return own.length === FEWEST_LINES && own.every(({ text, size }) => text.length > LONG && size === line.size);
  });

/** A head is so near to its table, in ems. */
const NEAR = 2.6;
/** Words of a head for each of its cells at most. */
const WORDY = 4;

/**
 * The cells of a line right above, whose blanks are too narrow to tell them: a word begins, ends or stands in the middle
 * where each column does.
 */
function headAbove(lines: readonly Line[], from: number, columns: readonly Extent[]): Line[][] | undefined {
  const [head, first] = [lines[from - 1], lines[from]];
  if (!head || !first || head.page !== first.page || first.y - head.y > NEAR * first.size) return undefined;
  const words = head.runs.flatMap(wordsOf);
  if (
    /[.!?]$/.test(head.text) ||
    words.length > WORDY * columns.length ||
    head.pictures.length > 0 ||
    captionKind(head.text)
  )
    return undefined;
  const cells = alignedWith(columns, head);
  const isAligned = columns.every((column, at) => {
    const own = cells[at] ?? [];
    const whole = { x: own[0]?.x ?? 0, right: own.at(-1)?.right ?? 0 };
    return own.length > 0 && askew(whole, column) < HEAD_ASKEW * head.size;
  });
  return isAligned ? cells.map((own) => [lineOf(head.page, head.slot, own)]) : undefined;
}

/** The second line of cells: it stands in some columns only, and begins small or with a bracket. */
const isRest = (row: readonly (Line | undefined)[], above: readonly Line[][]): boolean => {
  const own = row.flatMap((line, index) => (line ? [{ line, above: above[index] ?? [] }] : []));
  return (
    own.length < row.length &&
    own.every(({ line, above }) => above.length > 0 && /^[\p{Ll}(]/u.test(line.text)) &&
    own.length > 0
  );
};

/** Behind the last line of what begins here and is divided; a line with one cell belongs to it if that is in a column. */
function endOf(lines: readonly Line[], cells: readonly Line[][], from: number): number {
  let to = from;
  let columns: Extent[] = [];
  while (to < lines.length) {
    const own = cells[to] ?? [];
    if (own.length > 1) {
      columns = columnsOf([...columns, ...own]);
      to += 1;
      continue;
    }
    const [cell] = own;
    if (!cell || to === from) break;
    // More lines of a cell, under what no other column reaches, above the next row.
    const isMore = (at: number): boolean =>
      cells[at]?.length === 1 && !lines[at]?.ruled && cells[at].every((line) => reachedBy(line, columns) === 1);
    let next = to;
    while (isMore(next) && next - to < MOST_LINES) next += 1;
    if (next === to || (cells[next]?.length ?? 0) < 2) break;
    to = next;
  }
  return to;
}

const reachedBy = (cell: Extent, columns: readonly Extent[]): number =>
  columns.filter(({ x, right }) => x < cell.right && right > cell.x).length;

/** Is there a caption right above or below? */
function hasCaption(lines: readonly Line[], from: number, to: number): boolean {
  const near = [...lines.slice(Math.max(0, from - CAPTION), from), ...lines.slice(to, to + CAPTION)];
  return near.some(({ text }) => captionKind(text) === 'table');
}
