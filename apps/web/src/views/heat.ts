import type { BlockId } from '#article';
import { byBlock } from './by-block.ts';
import { isOpenQuestion } from './filter.ts';
import { sameItems } from './reuse.ts';
import type { ThreadView } from './threads.ts';

/** How much was said at a paragraph: 0 nothing, 1 a little, 2 some, 3 a lot. */
export type Heat = 0 | 1 | 2 | 3;

export interface BlockTalk {
  threads: readonly ThreadView[];
  heat: Heat;
  /** Annotations and replies. */
  said: number;
  fresh: number;
  /** Questions that wait for an answer. */
  questions: number;
}

/** The threads that begin at each block, in the order of their passages, and how warm that makes it; as it was where nothing changed. */
export function talkByBlock(
  threads: readonly ThreadView[],
  was?: ReadonlyMap<BlockId, BlockTalk>,
): ReadonlyMap<BlockId, BlockTalk> {
  const talk = new Map<BlockId, BlockTalk>();
  for (const { block, threads: here } of byBlock(threads)) {
    const known = was?.get(block);
    talk.set(block, known && sameItems(known.threads, here) === known.threads ? known : talkOf(here));
  }
  return talk;
}

function talkOf(threads: readonly ThreadView[]): BlockTalk {
  let [said, fresh, questions] = [0, 0, 0];
  for (const thread of threads) {
    said += thread.replies + (thread.deleted ? 0 : 1);
    fresh += thread.fresh;
    if (isOpenQuestion(thread)) questions++;
  }
  return { threads, said, fresh, questions, heat: heatOf(said) };
}

/** Grows slower than the talk does: the difference between one voice and three matters more than twenty and thirty. */
export const heatOf = (said: number): Heat => (said === 0 ? 0 : said <= 2 ? 1 : said <= 6 ? 2 : 3);
