/** Rules across a column: above notes, in tables, between parts of the text. */
import type { Line } from './layout.ts';
import type { Box } from './matrix.ts';

/** How far a rule stays away from the baseline above and from the one below, in ems: nearer it is drawn under a word. */
const ABOVE = 0.4;
/** Where it goes on behind the line above, it is drawn under no word. */
const ABOVE_LONGER = 0.2;
const BELOW = 0.55;
/** A rule is so long at least, in ems. */
const SHORTEST = 4;

/** The lines of a column, with those marked that have a rule above. */
export function withRules(lines: readonly Line[], rules: readonly Box[]): Line[] {
  if (rules.length === 0) return [...lines];
  const left = Math.min(...lines.map(({ x }) => x));
  const right = Math.max(...lines.map((line) => line.right));
  const own = rules.filter(
    (rule) => Math.min(right, rule.right) - Math.max(left, rule.x) > 0.9 * (rule.right - rule.x),
  );
  return lines.map((line, at) => {
    const above = lines[at - 1];
    const ruled = own.some(
      ({ x, right: end, top, bottom }) =>
        end - x > SHORTEST * line.size &&
        bottom < line.y - BELOW * line.size &&
        (above === undefined ||
          top > above.y + (end > above.right + line.size ? ABOVE_LONGER : ABOVE) * Math.min(above.size, line.size)),
    );
    return ruled ? { ...line, ruled } : line;
  });
}
