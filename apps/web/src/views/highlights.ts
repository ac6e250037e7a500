/** Which words of the article are coloured, and how. */

import type { Passage } from '#anchoring';
import type { BlockId } from '#article';
import { type AnnotationId, EVERYONE } from '#seminar';
import type { Draft } from '../kept/drafts.ts';
import type { ThreadView } from './threads.ts';

/** Amber was said, violet was asked, teal is mine alone; `open` is the thread being read, `near` the one pointed at. */
export type HighlightKind = 'said' | 'asked' | 'mine' | 'open' | 'open-asked' | 'near';

/** A passage in its colour. */
export interface Painted extends Passage {
  kind: HighlightKind;
}

export interface Highlighted extends Painted {
  thread: AnnotationId;
}

/** The passage that somebody is about to write on. */
export const highlightsOfDraft = ({ target, motivation }: NonNullable<Draft['opening']>): readonly Painted[] =>
  target.anchors.map(({ block, position }) => ({
    block,
    ...position,
    kind: motivation === 'questioning' ? 'open-asked' : 'open',
  }));

/** One coloured passage per thread and block. Resolved threads leave the text in peace unless they are open. */
export function highlightsOf(
  threads: readonly ThreadView[],
  open: AnnotationId | undefined,
  near: AnnotationId | undefined,
): readonly Highlighted[] {
  return threads.flatMap((thread) => {
    const kinds = kindsOf(thread, open, near);
    return thread.passages.flatMap((passage) => kinds.map((kind) => ({ ...passage, thread: thread.id, kind })));
  });
}

function kindsOf(thread: ThreadView, open: AnnotationId | undefined, near: AnnotationId | undefined): HighlightKind[] {
  const asked = thread.motivation === 'questioning';
  if (thread.id === open) return [asked ? 'open-asked' : 'open'];
  const quiet: HighlightKind[] = thread.resolved ? [] : [asked ? 'asked' : 'said'];
  const kinds = thread.audience === EVERYONE ? quiet : ['mine' as const];
  return thread.id === near ? [...kinds, 'near'] : kinds;
}

/** The threads whose passage covers this place, the shortest passage first: that is the one that is meant. */
export function threadsAt(threads: readonly ThreadView[], block: BlockId, offset: number): readonly ThreadView[] {
  const covering = threads.flatMap((thread) => {
    const hit = thread.passages.find((it) => it.block === block && it.start <= offset && offset <= it.end);
    return hit ? [{ thread, length: thread.passages.reduce((sum, { start, end }) => sum + end - start, 0) }] : [];
  });
  return covering.sort((a, b) => a.length - b.length).map(({ thread }) => thread);
}
