/** Roots within a line of text: the sign hangs from above, and its bar says how far it reaches. */
import type { Run } from './layout.ts';
import type { Box } from './matrix.ts';

/** How far the bar begins off the sign, and how far above or below the sign's own line, in ems. */
const NEAR = 0.4;
const LEVEL = 0.9;
/** How far below the sign's line, in ems, what is under the root stands at most. */
const TALLEST = 1.7;
/** In points. */
const EDGE = 1.5;

/** The runs with roots on the line of what is under them, which knows that it is. */
export function withRoots(runs: readonly Run[], rules: readonly Box[]): Run[] {
  let rooted = [...runs];
  for (const sign of runs) {
    if (sign.text !== '√') continue;
    const bar = rules.find(
      ({ x, top }) => Math.abs(x - sign.right) < NEAR * sign.size && Math.abs(top - sign.y) < LEVEL * sign.size,
    );
    if (bar) rooted = withRoot(rooted, sign, bar);
  }
  return rooted;
}

function withRoot(runs: readonly Run[], sign: Run, bar: Box): Run[] {
  const isUnder = (run: Run): boolean =>
    run !== sign &&
    run.x > bar.x - EDGE &&
    run.x < bar.right - EDGE &&
    run.y > bar.top &&
    run.y - sign.y < TALLEST * sign.size;
  const under = runs.filter(isUnder);
  const [first] = under;
  // What stands on several lines is set off, and put together there.
  if (!first || under.some(({ y }) => y !== first.y)) return [...runs];
  return runs.flatMap((run): Run[] => {
    if (run === sign) return [{ ...sign, y: first.y, shift: undefined, root: 'sign' }];
    return isUnder(run) ? partedAt(bar.right, run) : [run];
  });
}

/** A run that goes on behind the bar, in two. */
function partedAt(end: number, run: Run): Run[] {
  if (run.right < end + EDGE) return [{ ...run, root: 'reach' }];
  const at = Math.max(1, Math.round(((end - run.x) / (run.right - run.x)) * run.text.length));
  const cut = run.x + (at / run.text.length) * (run.right - run.x);
  const [within, behind] = [run.text.slice(0, at), run.text.slice(at)];
  const { words: _, ...bare } = run;
  return [
    { ...bare, text: within.trimEnd(), right: cut, root: 'reach' },
    ...(behind.trim() === '' ? [] : [{ ...bare, text: behind.trimStart(), x: cut, spaced: /^\s|\s$/.test(behind) }]),
  ];
}
