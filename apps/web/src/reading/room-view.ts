/** All that the reading room shows of one article, folded from the room's state; parts that did not change stay the same objects. */
import { type Article, type BlockId, passagesOf } from '#article';
import { type AnnotationId, type ArticleId, type Audience, EVERYONE, type Folded, type ReadMarks } from '#seminar';
import { newTo } from '../kept/marks-keeper.ts';
import type { RoomSnapshot } from '../room/snapshot.ts';
import type { Filter } from '../views/filter.ts';
import { type BlockTalk, talkByBlock } from '../views/heat.ts';
import { type Place, placesOf } from '../views/numbering.ts';
import { type OutlineEntry, outlineOf, type PartTitles } from '../views/outline.ts';
import { type ReadingView, readingsOf, sameReadings } from '../views/readings.ts';
import { reuse, sameFields, sameItems } from '../views/reuse.ts';
import { type Since, sinceOf } from '../views/since.ts';
import { type SummaryView, summariesOf } from '../views/summaries.ts';
import { type Threads, type ThreadView, threadsOf } from '../views/threads.ts';
import { type Visible, visibleThreads, writtenIn } from '../views/visible.ts';

export interface RoomView {
  article: ArticleId;
  version: number;
  document: Article;
  passages: ReadonlyMap<BlockId, string>;
  places: ReadonlyMap<BlockId, Place>;
  threads: Threads;
  /** Those that the filter lets through. */
  visible: Visible;
  byId: ReadonlyMap<AnnotationId, ThreadView>;
  talk: ReadonlyMap<BlockId, BlockTalk>;
  outline: readonly OutlineEntry[];
  since: Since | undefined;
  summaries: ReadonlyMap<BlockId, SummaryView>;
  readings: readonly ReadingView[];
  /** What the threads were made of. */
  basis: Basis;
}

interface Basis {
  everyone: Folded;
  smaller: RoomSnapshot['shown']['smaller'];
  upTo: ReadMarks['upTo'] | undefined;
  subjects: ReadMarks['subjects'] | undefined;
  /** When I was here before, ISO 8601. */
  before: string | undefined;
}

/** The logs that are read here, each with who may read it. */
export const logsShown = ({ shown }: RoomSnapshot): readonly { audience: Audience; log: Folded }[] => [
  { audience: EVERYONE, log: shown.everyone },
  ...[...shown.smaller].map(([audience, log]) => ({ audience, log })),
];

/** `undefined` where the seminar has no such article. */
export function roomView(
  room: RoomSnapshot,
  article: ArticleId,
  marks: ReadMarks | undefined,
  titles: PartTitles,
  { filter, open }: { filter: Filter; open: AnnotationId | undefined },
  was?: RoomView,
): RoomView | undefined {
  const { shown, you, here } = room;
  const held = shown.everyone.contents.documents.get(article);
  if (!held) return undefined;
  const same = was?.document === held.document ? was : undefined;
  const passages = same?.passages ?? passagesOf(held.document);
  const places = same?.places ?? placesOf(held.document);
  const isNew = newTo(marks, you.member);
  const logs = logsShown(room);
  // Who is here changes all the time, and with it nothing that was said.
  const basis: Basis = {
    ...{ everyone: shown.everyone, smaller: shown.smaller },
    ...{ upTo: marks?.upTo, subjects: marks?.subjects, before: marks?.before?.at },
  };
  const unchanged = same && sameFields(same.basis, basis) ? same : undefined;
  const found = unchanged?.threads ?? threadsOf({ article, passages, places, logs, isNew });
  const threads = unchanged?.threads ?? {
    placed: sameItems(same?.threads.placed, found.placed),
    orphans: sameItems(same?.threads.orphans, found.orphans),
  };
  const talk = unchanged?.talk ?? talkByBlock(threads.placed, same?.talk);
  const outline = outlineOf(held.document, places, talk, here, you.member, titles);
  const sinceThen = () => sinceOf(threads.placed, places, shown.everyone, you.member, isNew);
  const since = unchanged ? unchanged.since : basis.before === undefined ? undefined : sinceThen();
  const readings = readingsOf(shown.everyone.state, article, held.document, places);
  const context = { places, writtenBy: writtenIn(logs.map(({ log }) => log)), me: you.member };
  const visible = visibleThreads(threads, filter, open, context, same?.visible);
  const all = [...threads.placed, ...threads.orphans];
  return {
    ...{ article, version: held.version, document: held.document, passages, places, basis },
    talk,
    threads: same && sameFields(same.threads, threads) ? same.threads : threads,
    visible: same && sameFields(same.visible, visible) ? same.visible : visible,
    byId: unchanged?.byId ?? new Map(all.map((thread) => [thread.id, thread])),
    outline: reuse(same?.outline ?? [], outline, ({ id }) => id),
    summaries: summariesOf(shown.everyone, article),
    readings: same && sameReadings(same.readings, readings) ? same.readings : readings,
    since: since && same?.since && sameFields(since, same.since) ? same.since : since,
  };
}

/** The article to show where the address names none: the one imported first. */
export function firstArticle(room: RoomSnapshot): ArticleId | undefined {
  return room.shown.everyone.contents.documents.keySeq().first();
}
