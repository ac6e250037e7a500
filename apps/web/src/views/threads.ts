/** The threads on an article, each folded to what a card in the margin shows of it. */

import { type Passage, resolveAnchor } from '#anchoring';
import type { BlockId } from '#article';
import {
  type AnnotationId,
  type AnnotationState,
  type ArticleId,
  type Audience,
  type Folded,
  type MemberId,
  type Motivation,
  type PassageTarget,
  type Words,
} from '#seminar';
import { excerptOf } from './excerpt.ts';
import type { Place } from './numbering.ts';

export interface ThreadView {
  id: AnnotationId;
  audience: Audience;
  author: MemberId;
  motivation: Motivation;
  /** When it was opened, ISO 8601. */
  at: string;
  /** The first words, without markup; empty for a bare highlight or a tombstone. */
  excerpt: string;
  /** The words it is about. */
  quote: string;
  /** Where it lands in this version; none for an orphan. */
  passages: readonly Passage[];
  /** How many replies, tombstones left out. */
  replies: number;
  /** How many words in it are new to me. */
  fresh: number;
  /** The newest position in it. */
  newest: number;
  /** When the newest word in it was written, ISO 8601. */
  latest: string;
  answered: boolean;
  resolved: boolean;
  deleted: boolean;
  tags: readonly string[];
}

/** What counts as new: said by somebody else, and not read yet. */
export type IsNew = (word: { audience: Audience; thread: AnnotationId; author: MemberId; position: number }) => boolean;

export interface ThreadsInput {
  article: ArticleId;
  passages: ReadonlyMap<BlockId, string>;
  places: ReadonlyMap<BlockId, Place>;
  logs: readonly { audience: Audience; log: Folded }[];
  isNew: IsNew;
}

export interface Threads {
  /** In the order of their passages. */
  placed: readonly ThreadView[];
  /** Those whose passage is gone from this version. */
  orphans: readonly ThreadView[];
}

/** All threads of an article. A tombstone that nobody answered is left out. What did not change stays the same object. */
export function threadsOf(input: ThreadsInput): Threads {
  const threads = input.logs.flatMap(({ audience, log }) => threadsInLog(input, audience, log));
  const placed = threads
    .flatMap((thread) => {
      const [first] = thread.passages;
      if (!first) return [];
      return { thread, block: input.places.get(first.block)?.order ?? 0, start: first.start };
    })
    .sort((a, b) => a.block - b.block || a.start - b.start || earlierFirst(a.thread, b.thread))
    .map(({ thread }) => thread);
  return { placed, orphans: threads.filter(({ passages }) => passages.length === 0) };
}

const earlierFirst = (a: ThreadView, b: ThreadView): number => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0);

/** What changes about a thread while others talk and I read. */
type Counts = Pick<ThreadView, 'replies' | 'fresh' | 'newest' | 'latest'>;

function threadsInLog(input: ThreadsInput, audience: Audience, { state, contents }: Folded): ThreadView[] {
  const openings: { opening: AnnotationState; words: Words | undefined; counts: Counts }[] = [];
  const counted = new Map<AnnotationId, Counts>();
  const replies: AnnotationState[] = [];
  for (const annotation of state.annotations.values()) {
    if (annotation.target.kind === 'annotation') replies.push(annotation);
    else if (annotation.target.article === input.article) {
      const words = contents.words.get(annotation.id);
      const counts = { replies: 0, fresh: 0, newest: 0, latest: words?.at ?? '' };
      openings.push({ opening: annotation, words, counts });
      counted.set(annotation.id, counts);
      count(annotation, counts, words?.position ?? 0, audience, input.isNew);
    }
  }
  for (const reply of replies) {
    const counts = counted.get(reply.thread);
    if (!counts || reply.deleted) continue;
    counts.replies++;
    const words = contents.words.get(reply.id);
    if (words && words.at > counts.latest) counts.latest = words.at;
    count(reply, counts, words?.position ?? 0, audience, input.isNew);
  }
  return openings
    .filter(({ opening, counts }) => !opening.deleted || counts.replies > 0)
    .map(({ opening, words, counts }) => viewOf(opening, words, counts, audience, input.passages));
}

function count(
  { author, thread, deleted }: AnnotationState,
  counts: Counts,
  position: number,
  audience: Audience,
  isNew: IsNew,
): void {
  counts.newest = Math.max(counts.newest, position);
  if (!deleted && isNew({ audience, thread, author, position })) counts.fresh++;
}

/** How a thread was last shown, and what it was made of: both live as long as the log holds its opening. */
const shown = new WeakMap<
  AnnotationState,
  { words: Words | undefined; passages: ReadonlyMap<BlockId, string>; view: ThreadView }
>();

function viewOf(
  opening: AnnotationState,
  words: Words | undefined,
  counts: Counts,
  audience: Audience,
  passages: ReadonlyMap<BlockId, string>,
): ThreadView {
  const last = shown.get(opening);
  const known = last && last.words === words && last.passages === passages ? last.view : undefined;
  if (known && sameCounts(known, counts)) return known;
  const view = known ? { ...known, ...counts } : { ...firstView(opening, words, audience, passages), ...counts };
  shown.set(opening, { words, passages, view });
  return view;
}

const sameCounts = (a: Counts, b: Counts): boolean =>
  a.replies === b.replies && a.fresh === b.fresh && a.newest === b.newest && a.latest === b.latest;

function firstView(
  { id, author, motivation, target, tags, answer, resolved, deleted }: AnnotationState,
  words: Words | undefined,
  audience: Audience,
  passages: ReadonlyMap<BlockId, string>,
): Omit<ThreadView, keyof Counts> {
  const isOnPassage = target.kind === 'passage';
  return {
    ...{ id, audience, author, motivation, tags, resolved, deleted, answered: answer !== undefined },
    at: words?.at ?? '',
    excerpt: excerptOf(words?.body ?? ''),
    quote: isOnPassage ? target.anchors.map(({ quote }) => quote.exact).join(' … ') : '',
    passages: isOnPassage ? resolveTarget(target, passages) : [],
  };
}

/** A target is resolved once per version: both objects live as long as the log holds them. */
const resolved = new WeakMap<ReadonlyMap<BlockId, string>, WeakMap<PassageTarget, readonly Passage[]>>();

function resolveTarget(target: PassageTarget, passages: ReadonlyMap<BlockId, string>): readonly Passage[] {
  const inVersion = resolved.get(passages) ?? new WeakMap<PassageTarget, readonly Passage[]>();
  resolved.set(passages, inVersion);
  const known = inVersion.get(target);
  if (known) return known;
  const found = target.anchors.flatMap((anchor) => resolveAnchor(anchor, passages) ?? []);
  inVersion.set(target, found);
  return found;
}
