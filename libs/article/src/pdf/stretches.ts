/** Pieces of lines: what stands on a baseline between wide blanks, which may be the white between columns. */
import type { Run } from './layout.ts';
import { rowsOf } from './rows.ts';

/** Runs next to each other on a baseline, with no wide blank between them. */
export interface Stretch {
  runs: Run[];
  x: number;
  right: number;
  y: number;
  length: number;
}

/** A blank this wide, in ems, may be the white between two columns. */
const GUTTER = 0.75;
/** The stretches of a page, from the top down. */
export function stretchesOf(runs: readonly Run[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const row of rowsOf(runs)) {
    let last: Stretch | undefined;
    for (const run of row.toSorted((a, b) => a.x - b.x)) {
      const length = run.text.length;
      if (last && run.x - last.right < GUTTER * run.size) {
        last.runs.push(run);
        last.right = Math.max(last.right, run.right);
        last.length += length;
      } else {
        last = { runs: [run], x: run.x, right: run.right, y: run.y, length };
        stretches.push(last);
      }
    }
  }
  return stretches;
}

/** Does it reach over the white in front of a column? */
export const crosses = ({ x, right }: Stretch, gutter: number): boolean => x < gutter - 1 && right > gutter + 2;
