/** Lines in the middle of something. */
import type { Line } from './layout.ts';
import type { Setting } from './setting.ts';

/** White on either side of a line in the middle, and how far middles are apart at most, in ems. */
const WHITE = 1;
const ASKEW = 1;

/** Do the lines stand in the middle below or above what the others are, away from both edges of the column? */
export function commonMiddle(lines: readonly Line[], others: readonly Line[], setting: Setting): boolean {
  const middle = (Math.min(...others.map(({ x }) => x)) + Math.max(...others.map(({ right }) => right))) / 2;
  return lines.every((line) => {
    const { left, right } = setting.edges(line);
    const isAway = line.x - left > WHITE * line.size && right - line.right > WHITE * line.size;
    return isAway && Math.abs((line.x + line.right) / 2 - middle) < ASKEW * line.size;
  });
}
