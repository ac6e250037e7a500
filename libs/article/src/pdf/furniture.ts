/**
 * Running heads, running feet and page numbers. A row at the edge of a page is one of them if it comes again in the same
 * place on another page, numbers aside, or if its number is that of the page.
 */

import { type Diagnostic, diagnose } from '../diagnostic.ts';
import { groupBy } from '../group-by.ts';
import { type Page, type Run, textOf } from './layout.ts';
import { rowsOf } from './rows.ts';

interface Edge {
  page: number;
  side: 'top' | 'bottom';
  /** Counted from the edge of the page, from 0. */
  nth: number;
  y: number;
  runs: readonly Run[];
  text: string;
  /** The text without its numbers. */
  words: string;
  /** The number at either end of the row. */
  number: number | undefined;
  /** How far it is to the next row inwards, in ems. */
  gap: number;
}

/** Which part of a page's height may hold heads, and as much below feet. */
const MARGIN = 0.18;
/** The same for a number alone with white above: books have wide margins below. */
const NUMBER_MARGIN = 0.3;
/** So many rows are looked at on either side. */
const ROWS = 2;
const SAME_PLACE = 4;
const LONGEST = 150;
/** A blank that no two lines of a paragraph have between them, in ems. */
const WIDE = 1.9;
const FEWEST_LETTERS = 4;
const ROMAN = /^[ivxl]{1,7}$/i;

/** Takes the furniture off the pages. */
export function clear(pages: readonly Page[]): { pages: Page[]; diagnostics: Diagnostic[] } {
  const edges = pages.flatMap(edgesOf);
  const offset = offsetOf(edges);
  const byWords = groupBy(edges, ({ side, words }) => `${side} ${words}`);
  const counted = edges.filter((edge) => countsPages(edge, offset));
  const certain = new Set(
    edges.filter((edge) => isNumber(edge, offset) || comesAgain(edge, byWords) || standsBeside(edge, counted)),
  );
  // Heads that change with the section stand where the others stand.
  const more = edges.filter((edge) => !certain.has(edge) && standsLike(edge, certain, pages.length));
  const known = new Set([...certain, ...more]);
  const unknown = edges.filter((edge) => !known.has(edge) && couldRepeatTitle(edge, edges));
  const sizes = unknown.length > 0 ? largestByWords(pages) : new Map<string, number>();
  const titles = unknown.filter(({ words, runs }) => (sizes.get(words) ?? 0) > (runs[0]?.size ?? 0));
  const removed = [...certain, ...more, ...(titles.length > 1 ? titles : [])];
  const gone = new Set(removed.flatMap(({ runs }) => runs));
  return {
    pages: pages.map((page) => ({ ...page, runs: page.runs.filter((run) => !gone.has(run)) })),
    diagnostics: removed
      .sort((a, b) => a.page - b.page || a.y - b.y)
      .map(({ page, text }) => diagnose('pdf/running-head-removed', { page }, 'page-head', { words: text })),
  };
}

function edgesOf(page: Page): Edge[] {
  const rows = rowsOf(page.runs);
  const sides = [
    { side: 'top', inwards: rows, depth: (y: number) => y / page.height },
    { side: 'bottom', inwards: rows.toReversed(), depth: (y: number) => 1 - y / page.height },
  ] as const;
  return sides.flatMap(({ side, inwards, depth }) =>
    inwards.slice(0, ROWS).flatMap((row, nth) => {
      const runs = row.toSorted((a, b) => a.x - b.x);
      const [first] = runs;
      const text = textOf(runs);
      if (!first || text.length > LONGEST) return [];
      const next = inwards[nth + 1]?.[0];
      const gap = next ? Math.abs(next.y - first.y) / Math.max(next.size, first.size) : Number.POSITIVE_INFINITY;
      const isLoneNumber = nth === 0 && gap > WIDE && /^\d+$/.test(text);
      if (depth(first.y) > (isLoneNumber ? NUMBER_MARGIN : MARGIN)) return [];
      return { page: page.number, side, nth, y: first.y, runs, text, gap, ...parse(text) };
    }),
  );
}

/** A number that stands by itself at the beginning or the end: `[4]` and `2.2` are none of a page. */
const NUMBERS = [/^[|·•–—\s-]{0,3}(\d{1,5})(?=[\s|·•–—]|$)/u, /(?:^|[\s|·•–—])(\d{1,5})[|·•–—\s-]{0,3}$/u];

function parse(text: string): { words: string; number: number | undefined } {
  const numbers = NUMBERS.flatMap((at) => at.exec(text)?.[1] ?? []);
  const words = text
    .replace(/\d+/g, '#')
    .replace(/[\s|·•–—-]+/gu, ' ')
    .trim()
    .toLowerCase();
  return { words: ROMAN.test(words) ? '#' : words, number: numbers[0] === undefined ? undefined : Number(numbers[0]) };
}

/** By how much the printed numbers are ahead of the pages, if two pages or more agree. */
function offsetOf(edges: readonly Edge[]): number | undefined {
  const pages = new Map<number, Set<number>>();
  for (const { page, number } of edges) {
    if (number === undefined) continue;
    const same = pages.get(number - page) ?? new Set();
    pages.set(number - page, same.add(page));
  }
  const [best] = Array.from(pages).sort((a, b) => b[1].size - a[1].size);
  return best && best[1].size > 1 ? best[0] : undefined;
}

/** Is it a number alone that is the page's? Of a single page it is enough that it stands apart. */
function isNumber({ words, number, page, nth, gap }: Edge, offset: number | undefined): boolean {
  if (words !== '#' && !/^(?:page|seite|página|pagina|p) #$/.test(words)) return false;
  if (number === undefined || nth > 0) return number === undefined && nth === 0 && gap > WIDE;
  // The first page has number 1, if there is nothing else to go by.
  return offset === undefined ? gap > WIDE || number === page : number === page + offset;
}

/** Does a row with words have the number of its page at one end? */
const countsPages = ({ words, number, page, nth }: Edge, offset: number | undefined): boolean =>
  nth === 0 && words !== '#' && number !== undefined && offset !== undefined && number === page + offset;

/** Is it one of several rows in the same place on different pages that all have the page's number? */
const standsBeside = (edge: Edge, counted: readonly Edge[]): boolean =>
  counted.includes(edge) &&
  counted.some(
    ({ side, page, y, runs }) =>
      side === edge.side &&
      page !== edge.page &&
      Math.abs(y - edge.y) < SAME_PLACE &&
      Math.abs((runs[0]?.size ?? 0) - (edge.runs[0]?.size ?? 0)) < 1,
  );

function comesAgain(edge: Edge, byWords: ReadonlyMap<string, readonly Edge[]>): boolean {
  if (edge.words === '' || edge.words === '#') return false;
  const same = byWords.get(`${edge.side} ${edge.words}`) ?? [];
  return same.some((other) => other.page !== edge.page && Math.abs(other.y - edge.y) < SAME_PLACE);
}

/** Is it a line of its own, as others in its place are? It goes if it says what a title on another page says. */
function couldRepeatTitle(edge: Edge, edges: readonly Edge[]): boolean {
  if (edge.nth > 0 || edge.gap < WIDE || edge.words.length < FEWEST_LETTERS) return false;
  return edges.some(
    ({ side, page, y, nth }) => side === edge.side && page !== edge.page && nth === 0 && Math.abs(y - edge.y) < 1,
  );
}

/** The largest size in which each row of the file is set. */
function largestByWords(pages: readonly Page[]): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const row of pages.flatMap(({ runs }) => rowsOf(runs))) {
    const words = parse(textOf(row.toSorted((a, b) => a.x - b.x))).words;
    sizes.set(words, Math.max(sizes.get(words) ?? 0, row[0]?.size ?? 0));
  }
  return sizes;
}

function standsLike(edge: Edge, certain: ReadonlySet<Edge>, pages: number): boolean {
  if (edge.nth > 0) return false;
  // Text never stands on the line that page numbers stand on.
  if (Array.from(certain).some((other) => isBesideNumber(edge, other))) return true;
  if (edge.gap < WIDE) return false;
  const alike = new Set<number>();
  for (const { side, page, y, nth } of certain) {
    if (side === edge.side && nth === 0 && Math.abs(y - edge.y) < 1) alike.add(page);
  }
  return alike.size > 1 && alike.size > pages / 3;
}

const isBesideNumber = ({ side, page, y }: Edge, other: Edge): boolean =>
  other.side === side && other.page !== page && other.words === '#' && other.nth === 0 && Math.abs(other.y - y) < 0.5;
