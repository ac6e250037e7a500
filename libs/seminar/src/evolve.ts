import { List, Map as PersistentMap, Set as PersistentSet } from 'immutable';
import { passagesOf, sectionIdsOf } from '#article';
import type { EventOf, RecordedEvent } from './events.ts';
import type { AnnotationId, GroupId } from './ids.ts';
import { evolveLive } from './live.ts';
import type { AnnotationState, Deletion, GroupState, SeminarState, SummaryState } from './state.ts';
import { type SectionKey, sectionName } from './summaries.ts';

/** What happened next, folded in. Pure and total: an event that makes no sense changes nothing but the position. */
export function evolve(state: SeminarState, event: RecordedEvent): SeminarState {
  return { ...apply(state, event), position: event.position };
}

function apply(state: SeminarState, event: RecordedEvent): SeminarState {
  switch (event.type) {
    case 'seminar.opened':
      return { ...state, seminar: { id: event.data.seminar, title: event.data.title } };
    case 'article.imported':
      return articleImported(state, event.data);
    case 'member.joined':
    case 'role.given':
      return { ...state, roster: state.roster.set(event.data.member, event.data.role) };
    case 'group.formed': {
      const members = state.groups.get(event.data.group)?.members ?? PersistentSet();
      return { ...state, groups: state.groups.set(event.data.group, { ...event.data, members }) };
    }
    case 'group.joined':
      return changeMembers(state, event.data.group, (members) => members.add(event.data.member));
    case 'group.left':
      return changeMembers(state, event.data.group, (members) => members.remove(event.data.member));
    case 'annotation.created':
      return annotationCreated(state, event);
    case 'annotation.edited':
      return change(state, event.data.annotation, (was) => ({ ...was, revision: event.data.revision }));
    case 'annotation.deleted':
      return change(state, event.data.annotation, (was) => ({
        ...was,
        deleted: true,
        deletion: deletionOf(was, state, event),
        tags: [],
        reactions: PersistentMap(),
      }));
    case 'annotation.restored': {
      const { annotation, tags, reactions } = event.data;
      const given = reactions.map(({ reaction, members }) => [reaction, PersistentSet(members)] as const);
      return change(state, annotation, (was) => ({
        ...was,
        deleted: false,
        deletion: undefined,
        tags,
        reactions: PersistentMap(given),
      }));
    }
    case 'annotation.tagged':
      return change(state, event.data.annotation, (was) => ({ ...was, tags: event.data.tags }));
    case 'reaction.added':
      return change(state, event.data.annotation, (was) => ({
        ...was,
        reactions: was.reactions.update(event.data.reaction, PersistentSet(), (members) => members.add(event.by)),
      }));
    case 'reaction.removed':
      return change(state, event.data.annotation, (was) => ({
        ...was,
        reactions: was.reactions.update(event.data.reaction, PersistentSet(), (members) => members.remove(event.by)),
      }));
    case 'question.answered':
      return change(state, event.data.question, (was) => ({ ...was, answer: event.data.answer }));
    case 'answer.withdrawn':
      return change(state, event.data.question, (was) => ({ ...was, answer: undefined }));
    case 'thread.resolved':
      return change(state, event.data.thread, (was) => ({ ...was, resolved: true }));
    case 'thread.reopened':
      return change(state, event.data.thread, (was) => ({ ...was, resolved: false }));
    case 'summary.made':
      return changeSummary(state, event.data, (was) => ({ ...was, number: event.data.number, to: event.data.to }));
    case 'summary.edited':
      return changeSummary(state, event.data, (was) => ({ ...was, number: event.data.number }));
    case 'summary.pinned':
      return changeSummary(state, event.data, (was) => ({ ...was, pinned: true }));
    case 'summary.unpinned':
      return changeSummary(state, event.data, (was) => ({ ...was, pinned: false }));
    case 'summary.hidden':
      return changeSummary(state, event.data, (was) => ({ ...was, hidden: true }));
    case 'summary.shown':
      return changeSummary(state, event.data, (was) => ({ ...was, hidden: false }));
    case 'reading.assigned':
      return { ...state, readings: state.readings.set(event.data.assignment, event.data) };
    case 'reading.withdrawn':
      return { ...state, readings: state.readings.remove(event.data.assignment) };
    default:
      return { ...state, live: evolveLive(state.live, event) };
  }
}

function changeMembers(
  state: SeminarState,
  id: GroupId,
  changed: (members: GroupState['members']) => GroupState['members'],
): SeminarState {
  const was = state.groups.get(id);
  return was ? { ...state, groups: state.groups.set(id, { ...was, members: changed(was.members) }) } : state;
}

function articleImported(state: SeminarState, data: EventOf<'article.imported'>['data']): SeminarState {
  const versions = state.articles.get(data.article)?.versions ?? PersistentMap();
  return {
    ...state,
    articles: state.articles.set(data.article, {
      newest: data.version,
      sections: sectionIdsOf(data.document),
      versions: versions.set(data.version, passagesOf(data.document)),
    }),
  };
}

function annotationCreated(state: SeminarState, event: RecordedEvent & EventOf<'annotation.created'>): SeminarState {
  const { annotation: id, motivation, target, tags } = event.data;
  const parent = target.kind === 'annotation' ? state.annotations.get(target.annotation) : undefined;
  const created: AnnotationState = {
    id,
    author: event.by,
    motivation,
    target,
    tags,
    thread: parent?.thread ?? id,
    depth: parent ? parent.depth + 1 : 0,
    replies: List(),
    revision: 1,
    deleted: false,
    deletion: undefined,
    reactions: PersistentMap(),
    answer: undefined,
    resolved: false,
  };
  const annotations = state.annotations.set(id, created);
  return {
    ...state,
    annotations: parent ? annotations.set(parent.id, { ...parent, replies: parent.replies.push(id) }) : annotations,
  };
}

/** Deleted once more, which no rule lets happen, it stays as it was deleted first. */
function deletionOf(was: AnnotationState, state: SeminarState, { by, at }: RecordedEvent): Deletion {
  const { id, thread, tags, reactions } = was;
  return was.deletion ?? { by, at, tags, reactions, answered: state.annotations.get(thread)?.answer === id };
}

function change(
  state: SeminarState,
  id: AnnotationId,
  changed: (was: AnnotationState) => AnnotationState,
): SeminarState {
  const was = state.annotations.get(id);
  return was ? { ...state, annotations: state.annotations.set(id, changed(was)) } : state;
}

const NO_SUMMARY: SummaryState = { number: 0, to: 0, pinned: false, hidden: false };

function changeSummary(
  state: SeminarState,
  section: SectionKey,
  changed: (was: SummaryState) => SummaryState,
): SeminarState {
  return { ...state, summaries: state.summaries.update(sectionName(section), NO_SUMMARY, changed) };
}
