/**
 * Listings: lines below each other whose blanks mean something. They are set in letters of one width, or, where an office
 * program took that from them, told by signs that programs have and prose has not.
 */
import { couldBeCode, isCode } from '../code-signs.ts';
import { type Line, wordsOf } from './layout.ts';
import type { Setting } from './setting.ts';

/** Lines `[from, to)` of a column. */
export interface Listing {
  kind: 'listing';
  from: number;
  to: number;
}

/** Lines of one listing are so close to each other, in leadings: there may be empty ones between them. */
const CLOSE = 3.4;
/** A blank line is this far, in leadings. */
const EMPTY = 1.6;

/** The listings in a column; none where all the text is set like that. */
export function listingsIn(lines: readonly Line[], setting: Setting): Listing[] {
  if (setting.mono) return [];
  const listings: Listing[] = [];
  for (const [at, line] of lines.entries()) {
    const last = listings.at(-1);
    const before = lines[at - 1];
    if (!line.mono) continue;
    if (last?.to === at && before && !line.ruled && gapOf(before, line, setting) < CLOSE) last.to = at + 1;
    else listings.push({ kind: 'listing', from: at, to: at + 1 });
  }
  const mono = listings.filter(({ from, to }) => to - from > 1 || standsAlone(lines, from, setting));
  return [...mono, ...programsIn(lines, setting)];
}

/** So many lines are a program at least, and as many of them, as a share, have what only programs have. */
const FEWEST = 3;
/** At the edge of a page, which may have torn it. */
const FEWEST_TORN = 2;
const SURE = 0.5;
/** Share of the width that each of them leaves free. */
const FREE = 0.15;

/** Programs in the letters of the text. */
function programsIn(lines: readonly Line[], setting: Setting): Listing[] {
  const could = lines.map((line) => couldBeCode(line.text) && !line.ruled && leavesFree(line, setting));
  const programs: Listing[] = [];
  for (let from = 0; from < lines.length; from++) {
    // One that began on the page before may go on with any line.
    const isFirst = could[from] && (from === 0 || isCode(lines[from]?.text ?? ''));
    if (!isFirst) continue;
    let to = from + 1;
    while (could[to] && isClose(lines[to - 1], lines[to], setting)) to += 1;
    const own = lines.slice(from, to);
    const sure = own.filter(({ text, runs }) => isCode(text) && !runs.some(({ style }) => style.math)).length;
    const isTorn = from === 0 || to === lines.length;
    if (own.length >= (isTorn ? FEWEST_TORN : FEWEST) && sure >= SURE * own.length)
      programs.push({ kind: 'listing', from, to });
    from = to - 1;
  }
  return programs;
}

function leavesFree(line: Line, setting: Setting): boolean {
  const { left, right } = setting.edges(line);
  return right - line.right > FREE * (right - left);
}

const isClose = (above: Line | undefined, below: Line | undefined, setting: Setting): boolean =>
  above !== undefined && below !== undefined && above.page === below.page && gapOf(above, below, setting) < EMPTY;

const gapOf = (above: Line, below: Line, setting: Setting): number =>
  (below.y - above.y) / Math.min(setting.leading(below.size), 1.4 * below.size);

/** One line is a listing if it is no end of a sentence whose other lines are text. */
function standsAlone(lines: readonly Line[], at: number, setting: Setting): boolean {
  const [above, line, below] = [lines[at - 1], lines[at], lines[at + 1]];
  if (!line) return false;
  const apart = (first: Line | undefined, second: Line | undefined): boolean =>
    !first || !second || gapOf(first, second, setting) > 1.15;
  return apart(above, line) && apart(line, below);
}

/** The lines as they were typed: blanks counted by the width of a letter, empty lines kept. */
export function typed(lines: readonly Line[]): string {
  const pitch = lines.every(({ mono }) => mono) ? widthOfLetter(lines) : widthOfBlank(lines);
  const left = Math.min(...lines.map(({ x }) => x));
  const usual = Math.min(
    ...lines
      .slice(1)
      .map(({ y, page }, at) => (lines[at]?.page === page ? y - (lines[at]?.y ?? y) : Number.POSITIVE_INFINITY))
      .filter((distance) => distance > 0),
  );
  let text = '';
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1];
    const distance = before && before.page === line.page && line.y > before.y ? (line.y - before.y) / usual : 1;
    if (before) text += '\n'.repeat(distance > EMPTY ? Math.round(distance) : 1);
    let row = '';
    if (line.mono) {
      for (const run of line.runs) row = `${row.padEnd(Math.round((run.x - left) / pitch))}${run.text}`;
    } else row = ' '.repeat(Math.round((line.x - left) / pitch)) + line.text;
    text += row.trimEnd();
  }
  return text;
}

function widthOfLetter(lines: readonly Line[]): number {
  const runs = lines.flatMap((line) => line.runs);
  const letters = runs.reduce((sum, { text }) => sum + text.length, 0);
  return runs.reduce((sum, { x, right }) => sum + right - x, 0) / Math.max(1, letters);
}

/** In ems, where no line has two words. */
const BLANK = 0.25;

/** The middle one of the blanks between words. */
function widthOfBlank(lines: readonly Line[]): number {
  const blanks = lines.flatMap(({ runs }) => {
    const words = runs.flatMap(wordsOf);
    return words.slice(1).map(({ x }, at) => x - (words[at]?.right ?? x));
  });
  const sorted = blanks.filter((blank) => blank > 0).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? BLANK * (lines[0]?.size ?? 10);
}
