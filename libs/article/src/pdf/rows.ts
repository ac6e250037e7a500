import type { Run } from './layout.ts';

/** Baselines that differ by less, in ems, are one. */
const SAME_BASELINE = 0.3;

/** Runs by baseline, from the top down. */
export function rowsOf(runs: readonly Run[]): Run[][] {
  const rows: Run[][] = [];
  let y = Number.NEGATIVE_INFINITY;
  let size = 0;
  for (const run of runs.toSorted((a, b) => a.y - b.y)) {
    if (run.y - y > SAME_BASELINE * Math.max(size, run.size)) {
      rows.push([]);
      [y, size] = [run.y, run.size];
    }
    rows.at(-1)?.push(run);
    size = Math.max(size, run.size);
  }
  return rows;
}
