/** What happened while I was away: the card that leads back in. */
import type { BlockId } from '#article';
import { type AnnotationId, EVERYONE, type Folded, type MemberId } from '#seminar';
import type { Place } from './numbering.ts';
import type { IsNew, ThreadView } from './threads.ts';

export interface Since {
  /** Annotations and replies by others. */
  fresh: number;
  /** In how many sections. */
  sections: number;
  /** Replies to something I wrote. */
  toMe: number;
  /** Questions of others, new and without an answer. */
  questions: number;
  /** The first thread with something new, in reading order. */
  first: AnnotationId;
}

/** `undefined` where nothing is new. */
export function sinceOf(
  threads: readonly ThreadView[],
  places: ReadonlyMap<BlockId, Place>,
  { state, contents }: Folded,
  me: MemberId,
  isNew: IsNew,
): Since | undefined {
  const fresh = threads.filter((thread) => thread.fresh > 0);
  const [first] = fresh;
  if (!first) return undefined;
  let toMe = 0;
  for (const { id, target, thread, author, deleted } of state.annotations.values()) {
    if (deleted || target.kind !== 'annotation' || state.annotations.get(target.annotation)?.author !== me) continue;
    const position = contents.words.get(id)?.position;
    if (position !== undefined && isNew({ audience: EVERYONE, thread, author, position })) toMe++;
  }
  const sections = new Set(
    fresh.flatMap(({ passages }) => (passages[0] ? places.get(passages[0].block)?.section : [])),
  );
  return {
    fresh: fresh.reduce((sum, thread) => sum + thread.fresh, 0),
    sections: sections.size,
    toMe,
    questions: fresh.filter((it) => it.motivation === 'questioning' && !it.answered && it.author !== me).length,
    first: first.id,
  };
}
