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

/** All threads of an article. A tombstone that nobody answered is left out. */
export function threadsOf(input: ThreadsInput): Threads {
  const threads = input.logs.flatMap(({ audience, log }) => threadsInLog(input, audience, log));
  const order = (thread: ThreadView) => {
    const [first] = thread.passages;
    return { block: (first && input.places.get(first.block)?.order) ?? 0, start: first?.start ?? 0 };
  };
  const placed = threads
    .filter(({ passages }) => passages.length > 0)
    .map((thread) => ({ thread, ...order(thread) }))
    .sort(
      (a, b) =>
        a.block - b.block || a.start - b.start || (a.thread.at < b.thread.at ? -1 : a.thread.at > b.thread.at ? 1 : 0),
    )
    .map(({ thread }) => thread);
  return { placed, orphans: threads.filter(({ passages }) => passages.length === 0) };
}

function threadsInLog(input: ThreadsInput, audience: Audience, { state, contents }: Folded): ThreadView[] {
  const found = new Map<AnnotationId, ThreadView>();
  const replies: AnnotationState[] = [];
  for (const annotation of state.annotations.values()) {
    const { id, target } = annotation;
    if (target.kind === 'annotation') replies.push(annotation);
    else if (target.article === input.article) {
      const words = contents.words.get(id);
      found.set(id, {
        ...{ id, audience, author: annotation.author, motivation: annotation.motivation },
        at: words?.at ?? '',
        excerpt: words ? excerptIn(words) : '',
        quote: target.anchors.map(({ quote }) => quote.exact).join(' … '),
        passages: resolveTarget(target, input.passages),
        replies: 0,
        fresh: 0,
        newest: 0,
        latest: words?.at ?? '',
        answered: annotation.answer !== undefined,
        ...{ resolved: annotation.resolved, deleted: annotation.deleted, tags: annotation.tags },
      });
      count(annotation, found.get(id), words?.position ?? 0, audience, input.isNew);
    }
  }
  for (const reply of replies) {
    const thread = found.get(reply.thread);
    if (!thread || reply.deleted) continue;
    thread.replies++;
    const words = contents.words.get(reply.id);
    if (words && words.at > thread.latest) thread.latest = words.at;
    count(reply, thread, words?.position ?? 0, audience, input.isNew);
  }
  return [...found.values()].filter(({ deleted, replies }) => !deleted || replies > 0);
}

function count(
  { author, thread, deleted }: AnnotationState,
  view: ThreadView | undefined,
  position: number,
  audience: Audience,
  isNew: IsNew,
): void {
  if (!view) return;
  view.newest = Math.max(view.newest, position);
  if (!deleted && isNew({ audience, thread, author, position })) view.fresh++;
}

/** What was said is cut once: its object lives as long as the words do. */
const cut = new WeakMap<Words, string>();

function excerptIn(words: Words): string {
  const known = cut.get(words);
  if (known !== undefined) return known;
  const excerpt = excerptOf(words.body ?? '');
  cut.set(words, excerpt);
  return excerpt;
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
