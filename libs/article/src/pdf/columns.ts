/**
 * The order in which a page is read. A page has two columns if a strip of white runs down its middle that lines begin
 * behind and end in front of; what reaches across (a title, an abstract, a wide figure) divides them into what is read
 * before and what is read after it.
 */
import { type Column, commonest, type Line, lineOf, type Page, type Run, type Slot } from './layout.ts';
import { rowsOf } from './rows.ts';
import { withRules } from './rules.ts';

/** Runs next to each other on a baseline, with no wide blank between them. */
interface Stretch {
  runs: Run[];
  x: number;
  right: number;
  y: number;
  length: number;
}

/** A blank this wide, in ems, may be the white between two columns. */
const GUTTER = 0.9;
/** The strip is looked for in this part of the text's width. */
const MIDDLE = { from: 0.3, to: 0.7 };
/** So many lines begin at one place before it is the edge of a column. */
const FEWEST = 4;
/** Share of the text of a page that either column has at least. */
const LEAST_SHARE = 0.12;
/** Lines of a column are at least this full, else they are cells of a table; share of the column's width. */
const FULLNESS = 0.55;

/** The columns of all pages in reading order. */
export function columnsOf(pages: readonly Page[]): Column[] {
  const stretched = pages.map((page) => ({ page, stretches: stretchesOf(page.runs) }));
  const gutters = stretched.map(({ stretches }) => gutterOf(stretches));
  // A page with little on it is divided like the others.
  const usual = commonest(
    gutters.flatMap((gutter) => (gutter === undefined ? [] : [[Math.round(gutter), 1] as const])),
    Number.NaN,
  );
  const isUsual = gutters.filter((gutter) => gutter !== undefined).length > pages.length / 3;
  return stretched.flatMap(({ page, stretches }, index) => {
    const gutter = gutters[index] ?? (isUsual && isDividedAt(stretches, usual) ? usual : undefined);
    return gutter === undefined ? oneColumn(page) : twoColumns(page, stretches, gutter);
  });
}

function stretchesOf(runs: readonly Run[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const row of rowsOf(runs)) {
    let last: Stretch | undefined;
    for (const run of row.toSorted((a, b) => a.x - b.x)) {
      const length = run.text.length;
      if (last && run.x - last.right < GUTTER * run.size) {
        last.runs.push(run);
        last.right = Math.max(last.right, run.right);
        last.length += length;
      } else {
        last = { runs: [run], x: run.x, right: run.right, y: run.y, length };
        stretches.push(last);
      }
    }
  }
  return stretches;
}

/** Where the right column begins, if there are two. */
function gutterOf(stretches: readonly Stretch[]): number | undefined {
  const left = Math.min(...stretches.map(({ x }) => x));
  const right = Math.max(...stretches.map((stretch) => stretch.right));
  const at = (share: number): number => left + share * (right - left);
  const begins = commonest(
    stretches
      .filter(({ x }) => x > at(MIDDLE.from) && x < at(MIDDLE.to))
      .map(({ x, length }) => [Math.round(x), length] as const),
    Number.NaN,
  );
  if (Number.isNaN(begins)) return undefined;
  const gutter = begins - 1;
  const before = stretches.filter((stretch) => stretch.right <= gutter + 1);
  const behind = stretches.filter(({ x }) => x >= gutter - 1);
  if (Math.min(before.length, behind.length) < FEWEST) return undefined;
  const total = lengthOf(stretches);
  if (Math.min(lengthOf(before), lengthOf(behind)) < LEAST_SHARE * total) return undefined;
  if (lengthOf(before) + lengthOf(behind) < total / 3) return undefined;
  const isFull = fullness(before) > FULLNESS * (gutter - left) && fullness(behind) > FULLNESS * (right - gutter);
  return isFull ? gutter : undefined;
}

const lengthOf = (stretches: readonly Stretch[]): number => stretches.reduce((sum, { length }) => sum + length, 0);

/** The width that half of the lines have at least. */
function fullness(stretches: readonly Stretch[]): number {
  const widths = stretches.map(({ x, right }) => right - x).sort((a, b) => a - b);
  return widths[Math.floor(widths.length / 2)] ?? 0;
}

/** Where columns stand close to each other, a line of the left and one of the right may look like one. */
function splitAt(stretch: Stretch, gutter: number): Stretch[] {
  const at = stretch.runs.findIndex(({ x }, index) => {
    const before = stretch.runs[index - 1];
    return (
      before &&
      before.right <= gutter + 1 &&
      Math.abs(x - gutter) < NEAR_EDGE &&
      x - before.right > NARROWEST * before.size
    );
  });
  if (at === -1) return [stretch];
  return [stretch.runs.slice(0, at), stretch.runs.slice(at)].map((runs) => ({
    ...stretch,
    runs,
    x: Math.min(...runs.map(({ x }) => x)),
    right: Math.max(...runs.map(({ right }) => right)),
  }));
}

/** How far, in points, a line may begin off the edge of its column. */
const NEAR_EDGE = 4;
/** Columns are so far from each other at least, in ems. */
const NARROWEST = 0.5;

const crosses = ({ x, right }: Stretch, gutter: number): boolean => x < gutter - 1 && right > gutter + 2;

/** Does hardly anything reach across? */
const isDividedAt = (stretches: readonly Stretch[], gutter: number): boolean =>
  stretches.filter((stretch) => crosses(stretch, gutter)).length <= stretches.length / 4;

const column = (page: Page, slot: Slot, runs: readonly Run[]): Column[] =>
  runs.length === 0
    ? []
    : [
        {
          page: page.number,
          slot,
          lines: withRules(linesOf(page, slot, runs), page.rules),
          rules: page.rules,
        },
      ];

/** Pictures that stand beside text are lines of their own. */
function linesOf({ number }: Page, slot: Slot, runs: readonly Run[]): Line[] {
  const pictures = runs.filter(({ picture }) => picture !== undefined);
  const text = pictures.length === 0 ? runs : runs.filter(({ picture }) => picture === undefined);
  const lines = [...rowsOf(text), ...rowsOf(pictures)].map((row) => lineOf(number, slot, row));
  return pictures.length === 0 ? lines : lines.sort((a, b) => a.y - b.y);
}

const oneColumn = (page: Page): Column[] => column(page, 'full', page.runs);

function twoColumns(page: Page, stretches: readonly Stretch[], gutter: number): Column[] {
  const columns: Column[] = [];
  let band: Record<Slot, Run[]> = { full: [], left: [], right: [] };
  const close = (): void => {
    for (const slot of ['full', 'left', 'right'] as const) columns.push(...column(page, slot, band[slot]));
    band = { full: [], left: [], right: [] };
  };
  for (const stretch of stretches.flatMap((one) => splitAt(one, gutter))) {
    const slot = crosses(stretch, gutter) ? 'full' : stretch.x < gutter - 1 ? 'left' : 'right';
    // What reaches across closes what stands above it; the next line below opens the columns again.
    if (slot === 'full' && band.left.length + band.right.length > 0) close();
    if (slot !== 'full' && band.full.length > 0) {
      const rowGoesOn = band.full.some(({ y }) => y === stretch.y);
      if (rowGoesOn) {
        band.full.push(...stretch.runs);
        continue;
      }
      close();
    }
    band[slot].push(...stretch.runs);
  }
  close();
  return columns;
}
