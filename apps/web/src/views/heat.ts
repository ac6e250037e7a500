import type { BlockId } from '#article';
import type { ThreadView } from './threads.ts';

/** How much was said at a paragraph: 0 nothing, 1 a little, 2 some, 3 a lot. */
export type Heat = 0 | 1 | 2 | 3;

export interface BlockTalk {
  threads: readonly ThreadView[];
  heat: Heat;
  fresh: number;
}

/** The threads that begin at each block, and how warm that makes it. */
export function talkByBlock(threads: readonly ThreadView[]): ReadonlyMap<BlockId, BlockTalk> {
  const talk = new Map<BlockId, { threads: ThreadView[]; said: number; fresh: number }>();
  for (const thread of threads) {
    const [first] = thread.passages;
    if (!first) continue;
    const sum = talk.get(first.block) ?? { threads: [], said: 0, fresh: 0 };
    sum.threads.push(thread);
    sum.said += 1 + thread.replies;
    sum.fresh += thread.fresh;
    talk.set(first.block, sum);
  }
  return new Map([...talk].map(([block, { threads, said, fresh }]) => [block, { threads, fresh, heat: heatOf(said) }]));
}

/** Grows slower than the talk does: the difference between one voice and three matters more than twenty and thirty. */
export const heatOf = (said: number): Heat => (said === 0 ? 0 : said <= 2 ? 1 : said <= 6 ? 2 : 3);
