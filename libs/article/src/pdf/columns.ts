/**
 * The order in which a page is read. A page has columns if lines begin below each other where others of the same height have
 * ended; what reaches across (a title, an abstract, a wide figure) divides them into what is read before and what after it.
 */
import { endOfByline } from './author-rows.ts';
import { type Column, type Line, lineOf, type Page, type Run, type Slot } from './layout.ts';
import { rowsOf } from './rows.ts';
import { withRules } from './rules.ts';
import { crosses, type Stretch, stretchesOf } from './stretches.ts';

/** Lines that begin within so many points begin at one place. */
const SAME_PLACE = 1.6;
/** So many lines begin at one place before it is the edge of a column. */
const FEWEST = 4;
/** Share of the text of a page that begins at the edge of a column at least. */
const LEAST_SHARE = 0.1;
/** No more text than this reaches across the edge of a column, in shares of what begins there. */
const ACROSS = 1.5;
/** A column is so wide at least, as a share of all of them. */
const NARROWEST_COLUMN = 0.14;
/** Lines of a column are at least this full, else they are cells of a table; share of the column's width. */
const FULLNESS = 0.55;

/** The columns of all pages in reading order. */
export function columnsOf(pages: readonly Page[]): Column[] {
  const stretched = pages.map((page) => ({ page, stretches: stretchesOf(page.runs) }));
  const gutters = stretched.map(({ stretches }) => guttersOf(stretches));
  // A page with little on it is divided like the others.
  const divided = gutters.filter(({ length }) => length > 0);
  const usual = divided.toSorted((a, b) => timesOf(b, divided) - timesOf(a, divided))[0];
  const isUsual = divided.length > pages.length / 3;
  return stretched.flatMap(({ page, stretches }, index) => {
    const own = gutters[index] ?? [];
    if (own.length > 0) return severalColumns(page, stretches, own);
    const isLike = isUsual && usual?.every((gutter) => isDividedAt(stretches, gutter));
    return isLike && usual ? severalColumns(page, stretches, usual) : oneColumn(page);
  });
}

/** On how many pages the columns are like these. */
const timesOf = (gutters: readonly number[], all: readonly (readonly number[])[]): number =>
  all.filter(
    (other) => other.length === gutters.length && other.every((x, at) => Math.abs(x - (gutters[at] ?? x)) < NEAR_EDGE),
  ).length;

/** Where columns begin, but for the first one. */
function guttersOf(stretches: readonly Stretch[]): number[] {
  const left = Math.min(...stretches.map(({ x }) => x));
  const right = Math.max(...stretches.map((stretch) => stretch.right));
  const total = lengthOf(stretches);
  const begins = beginsAmong(stretches).filter(
    ({ x, own }) =>
      x > left + NARROWEST_COLUMN * (right - left) &&
      own.length >= FEWEST &&
      lengthOf(own) >= LEAST_SHARE * total &&
      lengthOf(stretches.filter((stretch) => crosses(stretch, x - 1))) <= ACROSS * lengthOf(own),
  );
  const gutters: number[] = [];
  for (const { x } of begins.toSorted((a, b) => lengthOf(b.own) - lengthOf(a.own))) {
    if (gutters.every((other) => Math.abs(other - x) > NARROWEST_COLUMN * (right - left)))
      gutters.push(whiteBefore(x, stretches));
  }
  gutters.sort((a, b) => a - b);
  const edges = [left, ...gutters, right];
  const areFull = edges.slice(1).every((end, at) => {
    const begin = edges[at] ?? left;
    const own = stretches.filter((stretch) => stretch.x >= begin - 1 && stretch.right <= end + SAME_PLACE);
    return own.length >= FEWEST && fullness(own) > FULLNESS * (end - begin);
  });
  return areFull ? gutters : [];
}

/** How far, in points, to the left of where most lines of a column begin its numbers and bullets may hang. */
const HANGING = 36;

/** Where the widest strip of white in front of a column ends. */
function whiteBefore(x: number, stretches: readonly Stretch[]): number {
  const near = stretches.filter((stretch) => stretch.x < x - 1 && stretch.right > x - HANGING);
  const covered = (at: number): number => lengthOf(near.filter((stretch) => stretch.x < at && stretch.right > at));
  const places = Array.from({ length: HANGING }, (_, at) => x - 1 - at);
  const least = Math.min(...places.map(covered));
  let best = { end: x - 1, width: 0 };
  let end: number | undefined;
  for (const place of [...places, Number.NaN]) {
    if (covered(place) === least && !Number.isNaN(place)) {
      end ??= place;
      if (end - place > best.width) best = { end, width: end - place };
    } else end = undefined;
  }
  return best.end;
}

/** The places where stretches begin, each with those that do. */
function beginsAmong(stretches: readonly Stretch[]): { x: number; own: Stretch[] }[] {
  const begins: { x: number; own: Stretch[] }[] = [];
  for (const stretch of stretches.toSorted((a, b) => a.x - b.x)) {
    const last = begins.at(-1);
    if (last && stretch.x - last.x < SAME_PLACE) last.own.push(stretch);
    else begins.push({ x: stretch.x, own: [stretch] });
  }
  return begins;
}

const lengthOf = (stretches: readonly Stretch[]): number => stretches.reduce((sum, { length }) => sum + length, 0);

/** The width that the lines have at least in which half of the text stands. */
function fullness(stretches: readonly Stretch[]): number {
  let left = lengthOf(stretches) / 2;
  for (const { x, right, length } of stretches.toSorted((a, b) => b.right - b.x - (a.right - a.x))) {
    left -= length;
    if (left <= 0) return right - x;
  }
  return 0;
}

/** Where columns stand close to each other, lines of two of them may look like one. */
function splitAt(stretch: Stretch, gutters: readonly number[]): Stretch[] {
  const starts = stretch.runs.flatMap(({ x }, index) => {
    const before = stretch.runs[index - 1];
    const isEdge =
      before &&
      x - before.right > NARROWEST * before.size &&
      gutters.some((gutter) => before.right <= gutter + 1 && Math.abs(x - gutter) < NEAR_EDGE);
    return isEdge ? [index] : [];
  });
  if (starts.length === 0) return [stretch];
  return [0, ...starts].map((start, at) => {
    const runs = stretch.runs.slice(start, starts[at]);
    return {
      ...stretch,
      runs,
      x: Math.min(...runs.map(({ x }) => x)),
      right: Math.max(...runs.map(({ right }) => right)),
    };
  });
}

/** How far, in points, a line may begin off the edge of its column. */
const NEAR_EDGE = 4;
/** Columns are so far from each other at least, in ems. */
const NARROWEST = 0.5;

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
          posts: page.posts,
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

function severalColumns(page: Page, stretches: readonly Stretch[], gutters: readonly number[]): Column[] {
  const columns: Column[] = [];
  const bands = new Map<Slot, Run[]>();
  const count = gutters.length + 1;
  const close = (): void => {
    const order: Slot[] = ['full', ...Array.from({ length: count }, (_, at): Slot => `${at + 1} of ${count}`)];
    for (const slot of order) columns.push(...column(page, slot, bands.get(slot) ?? []));
    bands.clear();
  };
  const parts = stretches.flatMap((one) => splitAt(one, gutters));
  const below = page.number === 1 ? endOfByline(parts, gutters) : Number.NEGATIVE_INFINITY;
  for (const stretch of parts) {
    const across = stretch.y <= below || gutters.some((gutter) => crosses(stretch, gutter));
    const slot: Slot = across
      ? 'full'
      : `${gutters.filter((gutter) => stretch.x >= gutter - 1).length + 1} of ${count}`;
    const full = bands.get('full') ?? [];
    // What reaches across closes what stands above it; the next line below opens the columns again.
    if (across && full.length === 0 && bands.size > 0) close();
    if (!across && full.length > 0) {
      const rowGoesOn = full.some(({ y }) => y === stretch.y);
      if (rowGoesOn) {
        full.push(...stretch.runs);
        continue;
      }
      close();
    }
    bands.set(slot, [...(bands.get(slot) ?? []), ...stretch.runs]);
  }
  close();
  return columns;
}
