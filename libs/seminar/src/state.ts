import { List, OrderedMap, Map as PersistentMap, type Set as PersistentSet } from 'immutable';
import { type BlockId } from '#article';
import type { Target } from './events.ts';
import type { AnnotationId, ArticleId, AssignmentId, GroupId, MemberId, SeminarId } from './ids.ts';
import { type LiveState, nothingLive } from './live.ts';
import type { AskedReading } from './reading.ts';
import type { Motivation, Reaction, Role } from './vocabulary.ts';

/** What the rules need to know of an article: which passages each version has. */
export interface ArticleState {
  readonly newest: number;
  /** Of the newest version, in reading order. */
  readonly sections: ReadonlySet<BlockId>;
  readonly versions: PersistentMap<number, ReadonlyMap<BlockId, string>>;
}

/** What the rules need to know of an annotation or reply; its words are in `Contents`. */
export interface AnnotationState {
  readonly id: AnnotationId;
  readonly author: MemberId;
  readonly motivation: Motivation;
  readonly target: Target;
  readonly tags: readonly string[];
  /** The annotation that opened the thread; its own id for that one. */
  readonly thread: AnnotationId;
  /** 0 for an annotation, 1 for an answer to it, and so on. */
  readonly depth: number;
  /** Direct replies in the order they were made. */
  readonly replies: List<AnnotationId>;
  readonly revision: number;
  readonly deleted: boolean;
  /** While it is deleted: by whom, and what it comes back with. */
  readonly deletion: Deletion | undefined;
  readonly reactions: PersistentMap<Reaction, PersistentSet<MemberId>>;
  /** Of a question: the reply that answers it. */
  readonly answer: AnnotationId | undefined;
  /** Of the annotation that opened a thread. */
  readonly resolved: boolean;
}

/** How an annotation was deleted, and what else went with its words. */
export interface Deletion {
  readonly by: MemberId;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly tags: readonly string[];
  readonly reactions: AnnotationState['reactions'];
  /** It answered the question of its thread. */
  readonly answered: boolean;
}

/** What the rules need to know of the newest summary of a section. */
export interface SummaryState {
  /** Counts the summaries of this section, from 1. */
  readonly number: number;
  /** The last position that the newest one made by itself takes in. */
  readonly to: number;
  /** It stays as it is until somebody unpins it. */
  readonly pinned: boolean;
  readonly hidden: boolean;
}

/** Some members who talk among themselves. */
export interface GroupState {
  readonly group: GroupId;
  readonly name: string;
  /** Members may come and go by themselves. */
  readonly open: boolean;
  readonly members: PersistentSet<MemberId>;
}

/**
 * What the rules need to know of one log, folded from its events. Persistent maps make an old state stay what it was:
 * an append that loses its race is undone by forgetting the newer state, and pending words can be shown on top of
 * confirmed ones.
 */
export interface SeminarState {
  /** How much of the log is folded in. */
  readonly position: number;
  readonly seminar: { readonly id: SeminarId; readonly title: string } | undefined;
  readonly roster: PersistentMap<MemberId, Role>;
  /** In the order they were formed. */
  readonly groups: OrderedMap<GroupId, GroupState>;
  readonly articles: PersistentMap<ArticleId, ArticleState>;
  readonly annotations: PersistentMap<AnnotationId, AnnotationState>;
  /** By `sectionName`. */
  readonly summaries: PersistentMap<string, SummaryState>;
  /** What participants are asked to read, in the order it was first asked. */
  readonly readings: OrderedMap<AssignmentId, AskedReading>;
  readonly live: LiveState;
}

export const initialState: SeminarState = {
  position: 0,
  seminar: undefined,
  roster: PersistentMap(),
  groups: OrderedMap(),
  articles: PersistentMap(),
  annotations: PersistentMap(),
  summaries: PersistentMap(),
  readings: OrderedMap(),
  live: nothingLive,
};

/** A smaller audience's log knows its own annotations; who is a member, of which groups, and what is read stands in the main log. */
export function beside(main: SeminarState, smaller: SeminarState): SeminarState {
  const { seminar, roster, groups, articles } = main;
  return { ...smaller, seminar, roster, groups, articles };
}
