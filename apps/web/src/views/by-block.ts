import type { BlockId } from '#article';
import type { ThreadView } from './threads.ts';

/** Threads in the order of their passages, taken apart by the paragraph that each begins at. */
export function* byBlock(
  threads: readonly ThreadView[],
): Generator<{ block: BlockId; threads: readonly ThreadView[] }> {
  for (let from = 0; from < threads.length; ) {
    const block = threads[from]?.passages[0]?.block;
    let to = from + 1;
    while (to < threads.length && threads[to]?.passages[0]?.block === block) to++;
    if (block !== undefined) yield { block, threads: threads.slice(from, to) };
    from = to;
  }
}
