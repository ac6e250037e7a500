import { quotesExactly } from '#anchoring';
import type { Event, PassageTarget } from '../events.ts';
import type { AnnotationId } from '../ids.ts';
import type { Limits } from '../limits.ts';
import { accept, type RejectionCode, reject } from '../rejection.ts';
import type { AnnotationState, SeminarState } from '../state.ts';
import type { Motivation } from '../vocabulary.ts';
import type { Rule } from './rule.ts';

/** An annotation opens a thread on a passage that stands in the article just as it is quoted. */
export const createAnnotation: Rule<'annotation.create'> = ({ data }, state, limits) => {
  const { annotation, motivation, target, tags } = data;
  const body = data.body.trim();
  if (state.annotations.has(annotation)) return reject('annotation/id-taken');
  const objection =
    objectionToTarget(target, state, limits) ??
    objectionToBody(body, motivation, limits) ??
    objectionToTags(tags, limits);
  if (objection) return reject(objection);
  return accept(created({ annotation, motivation, target, tags: normalTags(tags) }, body));
};

/** Replies nest. A deleted annotation can still be answered: the thread goes on around the tombstone. */
export const reply: Rule<'annotation.reply'> = ({ data }, state, limits) => {
  const { annotation, target } = data;
  const body = data.body.trim();
  if (state.annotations.has(annotation)) return reject('annotation/id-taken');
  const depth = get(state, target.annotation).depth + 1;
  if (depth > limits.replyDepth) return reject('annotation/too-deep');
  const objection = objectionToBody(body, 'replying', limits);
  if (objection) return reject(objection);
  return accept(created({ annotation, motivation: 'replying', target, tags: [] }, body));
};

/** Whoever edits says which revision they read; if it is not the newest, they look again. */
export const editAnnotation: Rule<'annotation.edit'> = ({ data }, state, limits) => {
  const body = data.body.trim();
  const was = get(state, data.annotation);
  if (was.deleted) return reject('annotation/deleted');
  if (was.revision !== data.revision) return reject('annotation/changed-since');
  const objection = objectionToBody(body, was.motivation, limits);
  if (objection) return reject(objection);
  return accept({
    type: 'annotation.edited',
    version: 1,
    data: { annotation: was.id, revision: was.revision + 1 },
    personal: { body },
  });
};

/** A tombstone stays and keeps its replies. A question whose answer is deleted is open again. */
export const deleteAnnotation: Rule<'annotation.delete'> = ({ data: { annotation } }, state) => {
  const was = get(state, annotation);
  if (was.deleted) return reject('annotation/deleted');
  const deleted: Event = { type: 'annotation.deleted', version: 1, data: { annotation }, personal: null };
  if (get(state, was.thread).answer !== annotation) return accept(deleted);
  const withdrawn: Event = { type: 'answer.withdrawn', version: 1, data: { question: was.thread }, personal: null };
  return accept(deleted, withdrawn);
};

/**
 * Takes a deletion back: it is there again as it was, with its tags and reactions, and as the answer to its question where that has
 * found no other meanwhile. Only whoever deleted it can, and not for long.
 */
export const restoreAnnotation: Rule<'annotation.restore'> = ({ data, by, at }, state, limits) => {
  const was = get(state, data.annotation);
  if (!was.deleted) return accept();
  const { deletion } = was;
  if (deletion && deletion.by !== by) return reject('annotation/deleted-by-another');
  if (!deletion || Date.parse(at) - Date.parse(deletion.at) > limits.restoreSeconds * 1_000) {
    return reject('annotation/restore-too-late');
  }
  const reactions = [...deletion.reactions].map(([reaction, members]) => ({ reaction, members: [...members] }));
  const restored: Event = {
    type: 'annotation.restored',
    version: 1,
    data: { annotation: was.id, tags: [...deletion.tags], reactions },
    personal: { body: data.body },
  };
  const question = get(state, was.thread);
  if (!deletion.answered || question.answer || question.deleted) return accept(restored);
  const answer = { question: question.id, answer: was.id };
  return accept(restored, { type: 'question.answered', version: 1, data: answer, personal: null });
};

export const tagAnnotation: Rule<'annotation.tag'> = ({ data }, state, limits) => {
  const was = get(state, data.annotation);
  if (was.deleted) return reject('annotation/deleted');
  const objection = objectionToTags(data.tags, limits);
  if (objection) return reject(objection);
  const tags = normalTags(data.tags);
  if (tags.join('\n') === was.tags.join('\n')) return accept();
  return accept({ type: 'annotation.tagged', version: 1, data: { annotation: was.id, tags }, personal: null });
};

/** The same reaction given twice counts once. */
export const addReaction: Rule<'reaction.add'> = ({ data, by }, state) => {
  const was = get(state, data.annotation);
  if (was.deleted) return reject('annotation/deleted');
  if (was.reactions.get(data.reaction)?.has(by)) return accept();
  return accept({ type: 'reaction.added', version: 1, data, personal: null });
};

export const removeReaction: Rule<'reaction.remove'> = ({ data, by }, state) => {
  if (!get(state, data.annotation).reactions.get(data.reaction)?.has(by)) return accept();
  return accept({ type: 'reaction.removed', version: 1, data, personal: null });
};

function created(data: Extract<Event, { type: 'annotation.created' }>['data'], body: string): Event {
  return { type: 'annotation.created', version: 1, data, personal: { body } };
}

function get(state: SeminarState, id: AnnotationId): AnnotationState {
  const annotation = state.annotations.get(id);
  if (!annotation) throw new Error(`decide() let a command through about ${id}, which is not in the log`);
  return annotation;
}

/** Why a passage is none of this article, if it is none. */
export function objectionToTarget(
  target: PassageTarget,
  state: SeminarState,
  limits: Limits,
): RejectionCode | undefined {
  const article = state.articles.get(target.article);
  if (!article) return 'article/unknown';
  const passages = article.versions.get(target.version);
  if (!passages) return 'article/unknown-version';
  if (target.anchors.length > limits.anchors) return 'anchor/too-many';
  for (const anchor of target.anchors) {
    const text = passages.get(anchor.block);
    if (text === undefined) return 'anchor/unknown-block';
    if (!quotesExactly(anchor, text)) return 'anchor/quote-mismatch';
  }
  return undefined;
}

/** A highlight may do without words; everything else needs some. */
function objectionToBody(body: string, motivation: Motivation, limits: Limits): RejectionCode | undefined {
  if (body === '' && motivation !== 'highlighting' && motivation !== 'bookmarking') return 'annotation/empty';
  return body.length > limits.bodyCharacters ? 'annotation/too-long' : undefined;
}

const normalTags = (tags: readonly string[]): string[] => [...new Set(tags.map((tag) => tag.trim()))];

function objectionToTags(tags: readonly string[], limits: Limits): RejectionCode | undefined {
  const bad = (tag: string) => tag.trim() === '' || tag.trim().length > limits.tagCharacters || tag.includes('\n');
  return tags.length > limits.tags || tags.some(bad) ? 'annotation/tags' : undefined;
}
