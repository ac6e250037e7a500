/** Numbers and bullets that an extractor left on a line of their own, since they stand beside their text and not in it. */
import type { Line } from './lines.ts';

/** `1.`, `(2)`, `[3]`, `•`; a number alone may be anything. */
const ALONE = /^(?:\d{1,3}[.)]|[([]\d{1,3}[)\]]|[•◦▪‣·–—])$/u;
/** So many blank lines may stand between it and its text. */
const MOST_BLANK = 1;

/** The lines with such marks in front of what they stand beside. */
export function withMarkers(lines: readonly Line[]): Line[] {
  const joined: Line[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (!line) continue;
    const beside = ALONE.test(line.text) ? textBelow(lines, at) : undefined;
    if (beside === undefined) joined.push(line);
    else {
      const text = `${line.text} ${lines[beside]?.text}`;
      joined.push({ ...line, text, raw: ' '.repeat(line.indent) + text });
      at = beside;
    }
  }
  return joined;
}

/** Which line has the text that a mark stands in front of. */
function textBelow(lines: readonly Line[], at: number): number | undefined {
  const below = lines.slice(at + 1, at + 2 + MOST_BLANK).findIndex(({ text }) => text !== '');
  const text = lines[at + 1 + below]?.text ?? '';
  return below === -1 || ALONE.test(text) || !/\p{L}/u.test(text) ? undefined : at + 1 + below;
}
