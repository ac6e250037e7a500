/** State and contents of one log at a position, as JSON: what a newcomer gets instead of the whole log. */

import { List, OrderedMap, Map as PersistentMap, Set as PersistentSet } from 'immutable';
import { type Article, type BlockId, passagesOf, sectionIdsOf } from '#article';
import {
  type Contents,
  noContents,
  type PollWords,
  type SectionSummary,
  type Wording,
  type Words,
} from './contents.ts';
import type { Target } from './events.ts';
import { ForRules } from './for-rules.ts';
import type { AnnotationId, ArticleId, GroupId, MemberId, SeminarId } from './ids.ts';
import type { LiveState, PollState, SessionState } from './live.ts';
import type { AskedReading } from './reading.ts';
import { type AnnotationState, type Deletion, initialState, type SeminarState, type SummaryState } from './state.ts';
import type { Motivation, Reaction, Role } from './vocabulary.ts';

/** The layout below. A stored snapshot of another layout is thrown away and folded anew. */
export const SNAPSHOT_VERSION = 5;

export interface AnnotationSnapshot extends Omit<Words, 'editedAt' | 'earlier'> {
  id: AnnotationId;
  author: MemberId;
  motivation: Motivation;
  target: Target;
  tags: readonly string[];
  revision: number;
  deleted: boolean;
  resolved: boolean;
  answer?: AnnotationId | undefined;
  editedAt?: string | undefined;
  /** Absent where it was never worded otherwise. */
  earlier?: readonly Wording[] | undefined;
  reactions: [Reaction, MemberId[]][];
  /** Absent where it is not deleted. */
  deletion?: (Omit<Deletion, 'reactions'> & { reactions: [Reaction, MemberId[]][] }) | undefined;
}

export interface Snapshot {
  version: typeof SNAPSHOT_VERSION;
  position: number;
  seminar?: { id: SeminarId; title: string } | undefined;
  roster: [MemberId, Role][];
  /** In the order they were formed. */
  groups: { group: GroupId; name: string; open: boolean; members: MemberId[] }[];
  articles: { article: ArticleId; version: number; document: Article; older: [number, [BlockId, string][]][] }[];
  /** In the order they were made, so that an annotation comes before its replies. */
  annotations: AnnotationSnapshot[];
  /** By section. */
  summaries: { section: string; state: SummaryState; versions: SectionSummary[] }[];
  /** What is asked, in the order it was first asked. */
  readings: AskedReading[];
  live: {
    sessions: (Omit<SessionState, 'to' | 'endedAt'> & Partial<Pick<SessionState, 'to' | 'endedAt'>>)[];
    attention?: LiveState['attention'];
    timer?: LiveState['timer'];
    hand?: LiveState['hand'];
    polls: (Omit<PollState, 'answers'> & { answers: [string, number][]; words: PollWords })[];
  };
}

/** One log as far as it has been folded. */
export interface Folded {
  state: SeminarState;
  contents: Contents;
}

export const nothingFolded: Folded = { state: initialState, contents: noContents };

export function toSnapshot({ state, contents }: Folded): Snapshot {
  return {
    version: SNAPSHOT_VERSION,
    position: state.position,
    seminar: state.seminar,
    roster: [...state.roster],
    groups: [...state.groups.values()].map((group) => ({ ...group, members: [...group.members] })),
    articles: [...contents.documents].map(([article, { version, document }]) => ({
      article,
      version,
      document,
      older: [...(state.articles.get(article)?.versions ?? [])]
        .filter(([number]) => number !== version)
        .map(([number, passages]) => [number, [...passages]]),
    })),
    annotations: [...state.annotations.values()]
      .flatMap((annotation) => {
        const words = contents.words.get(annotation.id);
        return words ? [snapshotOf(annotation, words)] : [];
      })
      .sort((a, b) => a.position - b.position),
    summaries: [...state.summaries].map(([section, summary]) => ({
      section,
      state: summary,
      versions: contents.summaries.get(section)?.toArray() ?? [],
    })),
    readings: [...state.readings.values()],
    live: {
      ...state.live,
      sessions: state.live.sessions.toArray(),
      polls: [...state.live.polls.values()].map((poll) => ({
        ...poll,
        answers: [...poll.answers],
        words: contents.polls.get(poll.poll) ?? null,
      })),
    },
  };
}

export function fromSnapshot({ annotations, ...frame }: Snapshot): Folded {
  const restoring = new Restoring(frame);
  restoring.add(annotations);
  return restoring.folded();
}

/** A snapshot but for its annotations. */
export type Frame = Omit<Snapshot, 'annotations'>;

/** Folds a snapshot that comes in pieces: first the frame, then its annotations in their order. */
export class Restoring {
  readonly #frame: Frame;
  readonly #only: 'rules' | undefined;
  readonly #annotations = PersistentMap<AnnotationId, AnnotationState>().asMutable();
  readonly #words = PersistentMap<AnnotationId, Words>().asMutable();
  readonly #forRules = new ForRules();

  /** @param only `rules`: what no rule asks for, words and quotes, is left out. They are most of what there is. */
  constructor(frame: Frame, only?: 'rules') {
    this.#frame = frame;
    this.#only = only;
  }

  add(annotations: readonly AnnotationSnapshot[]): void {
    for (const annotation of annotations) {
      if (this.#only === 'rules') {
        restore(this.#annotations, this.#forRules.annotation(annotation));
        continue;
      }
      restore(this.#annotations, annotation);
      const { id, body, at, position, editedAt, earlier = [] } = annotation;
      this.#words.set(id, { body, at, position, editedAt, earlier });
    }
  }

  /** To be called once, when all are added. */
  folded(): Folded {
    const { state, contents } = unfolded(this.#frame);
    return {
      state: { ...state, annotations: this.#annotations.asImmutable() },
      contents: { ...contents, words: this.#words.asImmutable() },
    };
  }
}

/** The frame alone, without any annotation. */
function unfolded(snapshot: Frame): Folded {
  return {
    state: {
      position: snapshot.position,
      seminar: snapshot.seminar,
      roster: PersistentMap(snapshot.roster),
      groups: OrderedMap(
        snapshot.groups.map((group) => [group.group, { ...group, members: PersistentSet(group.members) }]),
      ),
      articles: PersistentMap(
        snapshot.articles.map(({ article, version, document, older }) => {
          const versions = older.map(([number, passages]): [number, ReadonlyMap<BlockId, string>] => [
            number,
            new Map(passages),
          ]);
          return [
            article,
            {
              newest: version,
              sections: sectionIdsOf(document),
              versions: PersistentMap([...versions, [version, passagesOf(document)]]),
            },
          ];
        }),
      ),
      annotations: PersistentMap(),
      summaries: PersistentMap(snapshot.summaries.map(({ section, state }) => [section, state])),
      readings: OrderedMap(snapshot.readings.map((reading) => [reading.assignment, reading])),
      live: {
        sessions: List(snapshot.live.sessions.map((one) => ({ ...one, to: one.to, endedAt: one.endedAt }))),
        attention: snapshot.live.attention,
        timer: snapshot.live.timer,
        hand: snapshot.live.hand,
        polls: OrderedMap(
          snapshot.live.polls.map(({ words: _, answers, ...poll }) => [
            poll.poll,
            { ...poll, answers: PersistentMap(answers) },
          ]),
        ),
      },
    },
    contents: {
      documents: PersistentMap(
        snapshot.articles.map(({ article, version, document }) => [article, { version, document }]),
      ),
      words: PersistentMap(),
      summaries: PersistentMap(snapshot.summaries.map(({ section, versions }) => [section, List(versions)])),
      polls: PersistentMap(snapshot.live.polls.map(({ poll, words }) => [poll, words])),
    },
  };
}

function snapshotOf(annotation: AnnotationState, words: Words): AnnotationSnapshot {
  const { id, author, motivation, target, tags, revision, deleted, deletion, resolved, answer, reactions } = annotation;
  const { body, at, position, editedAt, earlier } = words;
  return {
    ...{ id, author, motivation, target, tags, revision, deleted, resolved, answer },
    ...{ body, at, position, editedAt },
    ...(earlier.length > 0 && { earlier }),
    reactions: listed(reactions),
    ...(deletion && { deletion: { ...deletion, reactions: listed(deletion.reactions) } }),
  };
}

const listed = (reactions: AnnotationState['reactions']): [Reaction, MemberId[]][] =>
  [...reactions].map(([reaction, members]) => [reaction, [...members]]);

const unlisted = (reactions: readonly [Reaction, MemberId[]][]): AnnotationState['reactions'] =>
  PersistentMap(reactions.map(([reaction, members]) => [reaction, PersistentSet(members)]));

function restore(annotations: PersistentMap<AnnotationId, AnnotationState>, snapshot: AnnotationSnapshot): void {
  const { id, author, motivation, target, tags, revision, deleted, deletion, resolved, answer, reactions } = snapshot;
  const parent = target.kind === 'annotation' ? annotations.get(target.annotation) : undefined;
  annotations.set(id, {
    ...{ id, author, motivation, target, tags, revision, deleted, resolved, answer },
    thread: parent?.thread ?? id,
    depth: parent ? parent.depth + 1 : 0,
    replies: List(),
    reactions: unlisted(reactions),
    deletion: deletion && { ...deletion, reactions: unlisted(deletion.reactions) },
  });
  if (parent) annotations.set(parent.id, { ...parent, replies: parent.replies.push(id) });
}
