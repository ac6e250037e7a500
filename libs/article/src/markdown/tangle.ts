/**
 * The Markdown parser takes more than linear time, or more than the stack, for some sources that nobody writes:
 * thousands of nested quotes, of asterisks in a row, of footnotes. They are told by counting, before it is started.
 */

/** Quotes and lists within each other on one line. */
const MOST_CONTAINERS = 40;
/** Columns of indent in front of an item: nesting over several lines. */
const MOST_INDENT = 120;
/** The same sign in a row. */
const LONGEST_RUN = 200;
/** Signs that may open or close markup, between two blank lines. */
const MOST_SIGNS = 1_500;
/** Lines between two blank lines. */
const MOST_LINES = 5_000;
const MOST_DEFINITIONS = 3_000;

const RUN = new RegExp(`([*_~\`[\\]!<&$])\\1{${LONGEST_RUN}}`);
const SIGN = /[*_~`[\]<$]/g;
const DEFINITION = /^[ \t>]*\[[^\]]+\]:/;

/** The number of the first line that is beyond reading, if there is one. */
export function tangledLine(source: string): number | undefined {
  let definitions = 0;
  let signs = 0;
  let lines = 0;
  for (const [index, line] of source.split('\n').entries()) {
    const isBlank = line.trim() === '';
    signs = isBlank ? 0 : signs + (line.match(SIGN)?.length ?? 0);
    lines = isBlank ? 0 : lines + 1;
    definitions += DEFINITION.test(line) ? 1 : 0;
    if (signs > MOST_SIGNS || lines > MOST_LINES || definitions > MOST_DEFINITIONS) return index + 1;
    if (isNestedTooDeep(line) || RUN.test(line)) return index + 1;
  }
  return undefined;
}

/** Counts the quotes and list items that a line opens. */
function isNestedTooDeep(line: string): boolean {
  let containers = 0;
  let at = 0;
  for (;;) {
    const opened = /^[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)]|\[\^[^\]\s]*\]:)(?=[ \t]))/.exec(
      line.slice(at, at + 2 * MOST_INDENT),
    );
    if (!opened) return false;
    if (opened[0].length > MOST_INDENT) return true;
    containers += 1;
    if (containers > MOST_CONTAINERS) return true;
    at += opened[0].length;
  }
}
