/** Authors who stand side by side below a title, above columns that they are none of. */
import { knownPart } from '../known-titles.ts';
import { numberingOf } from '../text/headings.ts';
import { textOf } from './layout.ts';
import { crosses, type Stretch } from './stretches.ts';

/** So many lines at most, so narrow in their column, with so much white below, in ems. */
const BYLINE = { rows: 8, width: 0.85, white: 2 };

/** How far down, below a title that reaches across, authors stand side by side above the columns. */
export function endOfByline(stretches: readonly Stretch[], gutters: readonly number[]): number {
  const title = stretches.findLast(
    ({ y }, at) =>
      stretches.slice(0, at + 1).every((one) => one.y > y || isAcross(one, gutters)) &&
      isAcross(stretches[at], gutters),
  );
  const under = title ? stretches.filter(({ y }) => y > title.y) : [];
  const heights = [...new Set(under.map(({ y }) => y))];
  const size = under[0]?.runs[0]?.size ?? 0;
  const end = heights.findIndex((y, at) => (heights[at + 1] ?? y) - y > BYLINE.white * size);
  const own = under.filter(({ y }) => y <= (heights[end] ?? Number.NEGATIVE_INFINITY));
  const width = (gutters[0] ?? 0) - Math.min(...stretches.map(({ x }) => x));
  const isByline =
    end !== -1 &&
    end < BYLINE.rows &&
    own.every((one) => !isAcross(one, gutters) && one.right - one.x < BYLINE.width * width && !isTitle(one)) &&
    gutters.every((gutter) => own.some(({ x }) => x >= gutter - 1));
  return isByline ? (heights[end] ?? Number.NEGATIVE_INFINITY) : Number.NEGATIVE_INFINITY;
}

/** Headings that happen to stand on one line. */
const isTitle = ({ runs }: Stretch): boolean =>
  runs.every(({ style }) => style.bold) ||
  knownPart(textOf(runs)) !== undefined ||
  numberingOf(textOf(runs)) !== undefined;

const isAcross = (stretch: Stretch | undefined, gutters: readonly number[]): boolean =>
  stretch !== undefined && gutters.some((gutter) => crosses(stretch, gutter));
