/** Listings: lines all in letters of one width, below each other, whose blanks mean something. */
import type { Line } from './layout.ts';
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
  return listings.filter(({ from, to }) => to - from > 1 || standsAlone(lines, from, setting));
}

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
  const runs = lines.flatMap((line) => line.runs);
  const letters = runs.reduce((sum, { text }) => sum + text.length, 0);
  const pitch = runs.reduce((sum, { x, right }) => sum + right - x, 0) / Math.max(1, letters);
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
    for (const run of line.runs) row = `${row.padEnd(Math.round((run.x - left) / pitch))}${run.text}`;
    text += row.trimEnd();
  }
  return text;
}
