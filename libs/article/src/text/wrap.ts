/**
 * Which line ends an author meant. A line that wraps leaves no room for the next word; a line that ends while there is
 * plenty of room ends on purpose.
 */
import { type Chunk, LONGEST_WRAPPED } from './chunks.ts';
import { isAllCaps, isKnownHeading, isUnmistakable, looksLikeHeading } from './headings.ts';
import type { Line } from './lines.ts';
import { markerOf } from './lists.ts';
import { isOpen, startsCapital, startsSmall } from './sentence.ts';
import { RAISED } from './superscript.ts';

/** How the lines of a text are set. */
export interface Setting {
  /** Characters to a full line. */
  width: number;
  /** Columns that most lines are indented by. */
  indent: number;
  /** Do paragraphs begin with an indent? Then one alone sets nothing off. */
  indentsFirst: boolean;
  /** By so many characters full lines differ. */
  slack: number;
}

const NARROWEST = 40;
/**
 * Room for the next word isn't enough, as lines set in proportional type differ in length: as much as most full lines do, too,
 * within these shares of the width.
 */
const SLACK = 0.15;
const LEAST_SLACK = 0.05;
const LABEL = new RegExp(`^[${RAISED}]+\\s*[^\\s,.;)${RAISED}]`, 'u');

/** Measures the lines that have another one below. */
export function settingOf(chunks: readonly Chunk[]): Setting {
  const followed = chunks.flatMap(({ lines }) => lines.slice(0, -1));
  const lengths = followed
    .map(({ text, indent }) => text.length + indent)
    .filter((length) => length <= LONGEST_WRAPPED)
    .sort((a, b) => a - b);
  const width = Math.max(NARROWEST, lengths[Math.floor(lengths.length * 0.9)] ?? 0);
  // A line below which a sentence goes on is full.
  const full = chunks
    .flatMap(({ lines }) => lines.filter((_, at) => startsSmall(lines[at + 1]?.text ?? '')))
    .map(({ text, indent }) => text.length + indent)
    .sort((a, b) => a - b);
  const usual = full[Math.floor(full.length * 0.25)] ?? 0;
  const slack = Math.min(SLACK * width, Math.max(LEAST_SLACK * width, width - usual));
  const indent = commonest(chunks.flatMap(({ lines }) => lines.map((line) => line.indent)));
  const indentsFirst = chunks.some(({ lines: [first, second] }) => first && second && first.indent > second.indent);
  return { width, indent, indentsFirst, slack };
}

/** Could the first word of the next line have stood on this one, with room to spare? */
export function endsEarly(line: Line, next: Line, { width, slack }: Setting): boolean {
  const firstWord = next.text.indexOf(' ') === -1 ? next.text.length : next.text.indexOf(' ');
  return line.indent + line.text.length + 1 + firstWord + slack < width;
}

/** Cuts a chunk into paragraphs: at indents, short last lines, headings and the marks of notes. */
export function paragraphsOf({ lines }: Chunk, setting: Setting): Line[][] {
  const paragraphs: Line[][] = [];
  let open: Line[] = [];
  for (const [at, line] of lines.entries()) {
    const last = open.at(-1);
    if (last && (beginsAnother(last, line, open, setting) || isHeadingByRoom(lines, at - open.length, at, setting))) {
      paragraphs.push(open);
      open = [];
    }
    open.push(line);
  }
  if (open.length > 0) paragraphs.push(open);
  return paragraphs;
}

function beginsAnother(last: Line, line: Line, open: readonly Line[], setting: Setting): boolean {
  if (last.text.length > LONGEST_WRAPPED || line.text.length > LONGEST_WRAPPED) return true;
  if (LABEL.test(line.text)) return true;
  // The next item of a list, behind a second paragraph of the one above.
  if (
    line.indent < last.indent &&
    markerOf(line.text)?.order !== undefined &&
    markerOf(open[0]?.text ?? '') === undefined
  )
    return true;
  if (beginsCount(last, line)) return true;
  if (startsSmall(line.text) || last.text.endsWith('-')) return false;
  if (isKnownHeading(line.text)) return true;
  if (open.length === 1 && isHeadingAbove(last, line, setting)) return true;
  if (isOpen(last.text)) return false;
  if (countsOn(open[0], line)) return true;
  const indented = line.indent >= last.indent + 2 && line.indent > setting.indent;
  // An entry of a list may have one line.
  const mayEnd = open.length > 1 || markerOf(last.text) !== undefined;
  return indented || (endsEarly(last, line, setting) && mayEnd) || isHeadingLine(line, setting);
}

/** Headings take less than this share of the line; the first line of a paragraph takes more. */
const [HEADING_SHARE, FULL_SHARE] = [0.6, 0.8];
const MOST_HEADINGS = 2;

/** One line, or two, that look like headings and leave most of the line free, right above a full line that begins a sentence. */
function isHeadingByRoom(lines: readonly Line[], from: number, at: number, setting: Setting): boolean {
  const { width } = setting;
  const [line] = lines.slice(from, at);
  const mayBe = (it: Line | undefined): boolean =>
    it !== undefined &&
    it.text.length < HEADING_SHARE * width &&
    looksLikeHeading(it.text) &&
    // It may end in a year.
    !/(?<!\b(?:1[5-9]|20)\d)(?<!\b(?:1[5-9]|20))\p{Nd}$/u.test(it.text);
  const above = lines[from - 1];
  // On top of a chunk, or below a paragraph that has ended.
  const isBelowEnd = above && line && !isOpen(above.text) && endsEarly(above, line, setting);
  if (at - from !== 1 || (from > MOST_HEADINGS - 1 && !isBelowEnd) || !mayBe(line)) return false;
  const below = lines.slice(at).findIndex((it) => !mayBe(it));
  const next = lines[at + below];
  if (below === -1 || below >= MOST_HEADINGS || !next) return false;
  return next.text.length > FULL_SHARE * width && startsCapital(next.text) && lines.length > at + below + 1;
}

/** `2.1 Method` right above its text, with no blank line; a title in capitals may take two lines. */
function isHeadingAbove(line: Line, next: Line, setting: Setting): boolean {
  if (!isHeadingLine(line, setting)) return false;
  return !isAllCaps(line.text) || !isAllCaps(next.text);
}

const isHeadingLine = (line: Line, { width }: Setting): boolean =>
  line.text.length < (1 - SLACK) * width && isUnmistakable(line.text);

/** `1. A first entry`, right below a sentence that has ended, or an address. */
function beginsCount(last: Line, line: Line): boolean {
  const marker = markerOf(line.text);
  if (marker?.order !== 1 || !/^\d/.test(marker.text) || !startsCapital(marker.rest)) return false;
  return !isOpen(last.text) || /:\/\/\S+$/.test(last.text);
}

/** Notes below each other: `3 Ibid.` and then `4 Smith, Letters.` */
function countsOn(first: Line | undefined, line: Line): boolean {
  const [from, to] = [first?.text, line.text].map((text = '') => Number(/^(\d{1,3}) \S/.exec(text)?.[1] ?? Number.NaN));
  return from !== undefined && to === from + 1;
}

function commonest(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0])[0];
}
