/**
 * Small capitals as programs make them that have no font of them: capitals in a smaller size behind a capital in full size.
 * Those are small letters in another dress, as large as the text that they stand in.
 */
import type { Run } from './layout.ts';

/** How large they are beside full capitals. */
const SMALLEST = 0.65;
const LARGEST = 0.9;
/** In ems: how near they stand to the capital. */
const NEAR = 0.12;
const CAPITALS = /^[^\p{Ll}]*\p{Lu}[^\p{Ll}]*$/u;

/** The runs with small capitals written as small letters. */
export function withSmallCaps(runs: readonly Run[]): Run[] {
  const written: Run[] = [];
  for (const run of runs) {
    const before = written.at(-1);
    written.push(
      before && areSmallCaps(run, before) ? { ...run, text: run.text.toLowerCase(), size: before.size } : run,
    );
  }
  return written;
}

function areSmallCaps(run: Run, before: Run): boolean {
  const ratio = run.size / before.size;
  if (ratio < SMALLEST || ratio > LARGEST || !CAPITALS.test(run.text) || run.shift || before.shift) return false;
  const isBeside = !run.spaced && run.y === before.y && Math.abs(run.x - before.right) < NEAR * before.size;
  return isBeside && /\p{Lu}$/u.test(before.text) && run.style === before.style;
}
