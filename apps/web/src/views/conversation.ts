/** A thread as a list to read from top to bottom: the annotation, then each reply under what it answers. */
import type { AnnotationId, AnnotationState, Folded, MemberId, Words } from '#seminar';

export interface Remark {
  annotation: AnnotationState;
  words: Words | undefined;
  /** How far to indent. */
  indent: number;
  /** Whose words it answers, where the indentation no longer shows it. */
  inReplyTo: { id: AnnotationId; author: MemberId } | undefined;
}

/** Replies deeper than this stand no further in. */
export const DEEPEST_INDENT = 3;

/** All remarks of a thread in reading order. Tombstones without replies are left out. */
export function conversationOf({ state, contents }: Folded, thread: AnnotationId): readonly Remark[] {
  const remarks: Remark[] = [];
  // A stack instead of recursion: replies may nest a thousand deep.
  const ahead: { id: AnnotationId; parent: AnnotationState | undefined }[] = [{ id: thread, parent: undefined }];
  for (let next = ahead.pop(); next; next = ahead.pop()) {
    const annotation = state.annotations.get(next.id);
    if (!annotation) continue;
    const { parent } = next;
    for (const id of annotation.replies.reverse()) ahead.push({ id, parent: annotation });
    if (annotation.deleted && annotation.depth > 0 && annotation.replies.size === 0) continue;
    const hidden = parent !== undefined && annotation.depth > DEEPEST_INDENT;
    remarks.push({
      annotation,
      words: contents.words.get(annotation.id),
      indent: Math.min(annotation.depth, DEEPEST_INDENT),
      inReplyTo: hidden ? { id: parent.id, author: parent.author } : undefined,
    });
  }
  return remarks;
}
