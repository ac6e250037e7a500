/** Keeps a dense margin legible: where many threads begin at one paragraph, a few show and the rest wait in a stack. */
import type { BlockId } from '#article';
import { byBlock } from './by-block.ts';
import type { ThreadView } from './threads.ts';

export type MarginItem =
  | { kind: 'thread'; id: string; thread: ThreadView }
  | { kind: 'stack'; id: string; block: BlockId; threads: readonly ThreadView[] };

/** How many threads of one paragraph stand in the margin by themselves. */
export const SHOWN_PER_BLOCK = 5;

/**
 * The margin in reading order. Of a crowded paragraph the first threads show, or those around the open one; the others
 * go into one stack above and one below, which list them when opened.
 */
export function marginItems(threads: readonly ThreadView[], open: string | undefined): readonly MarginItem[] {
  return [...byBlock(threads)].flatMap(({ block, threads: here }) => atBlock(block, here, open));
}

function atBlock(block: BlockId, threads: readonly ThreadView[], open: string | undefined): MarginItem[] {
  const single = (thread: ThreadView): MarginItem => ({ kind: 'thread', id: thread.id, thread });
  // A stack of one would only hide what it could show.
  if (threads.length <= SHOWN_PER_BLOCK + 1) return threads.map(single);
  const at = threads.findIndex(({ id }) => id === open);
  const start = at < SHOWN_PER_BLOCK ? 0 : Math.min(at - 2, threads.length - SHOWN_PER_BLOCK);
  const stack = (where: string, hidden: readonly ThreadView[]): MarginItem[] =>
    hidden.length === 0 ? [] : [{ kind: 'stack', id: `${block} ${where}`, block, threads: hidden }];
  return [
    ...stack('before', threads.slice(0, start)),
    ...threads.slice(start, start + SHOWN_PER_BLOCK).map(single),
    ...stack('after', threads.slice(start + SHOWN_PER_BLOCK)),
  ];
}
