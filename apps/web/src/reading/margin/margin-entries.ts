/** What stands in the margin: threads and stacks, drafts of new threads, and new threads that were refused. */

import { type Passage, resolveAnchor } from '#anchoring';
import type { BlockId } from '#article';
import type { ArticleId, PassageTarget } from '#seminar';
import type { Draft, DraftPlace } from '../../kept/drafts.ts';
import type { Pending } from '../../room/outbox.ts';
import type { Place } from '../../views/numbering.ts';
import type { PollView } from '../../views/polls.ts';
import { type MarginItem, marginItems } from '../../views/stacks.ts';
import type { ThreadView } from '../../views/threads.ts';

export type MarginEntry =
  | MarginItem
  | { kind: 'draft'; id: DraftPlace; draft: Draft; passage: Passage }
  | { kind: 'poll'; id: string; poll: PollView; passage: Passage }
  | { kind: 'refused'; id: string; pending: Pending; passage: Passage };

export interface MarginInput {
  article: ArticleId;
  passages: ReadonlyMap<BlockId, string>;
  places: ReadonlyMap<BlockId, Place>;
  threads: readonly ThreadView[];
  open: string | undefined;
  drafts: Readonly<Partial<Record<DraftPlace, Draft>>>;
  pending: readonly Pending[];
  polls: readonly PollView[];
}

/** All entries in the order of their passages. */
export function marginEntries(input: MarginInput): readonly MarginEntry[] {
  const { article, passages, places, threads, open, drafts, pending, polls } = input;
  const land = (target: PassageTarget) =>
    target.article === article && target.anchors[0] ? resolveAnchor(target.anchors[0], passages) : undefined;
  const writing = Object.entries(drafts).flatMap(([id, draft]): MarginEntry[] => {
    const passage = draft?.opening && land(draft.opening.target);
    return draft && passage ? [{ kind: 'draft', id: id as DraftPlace, draft, passage }] : [];
  });
  const refused = pending.flatMap((entry): MarginEntry[] => {
    if (!entry.refused || entry.request.type !== 'annotation.create') return [];
    const passage = land(entry.request.data.target);
    return passage ? [{ kind: 'refused', id: entry.request.id, pending: entry, passage }] : [];
  });
  const asked = polls.flatMap((poll): MarginEntry[] =>
    poll.passage ? [{ kind: 'poll', id: poll.poll, poll, passage: poll.passage }] : [],
  );
  if (writing.length + refused.length + asked.length === 0) return marginItems(threads, open);
  const key = (entry: MarginEntry) => {
    const passage = passageOf(entry);
    return { order: (passage && places.get(passage.block)?.order) ?? 0, start: passage?.start ?? 0 };
  };
  return [...marginItems(threads, open), ...writing, ...refused, ...asked]
    .map((entry) => ({ entry, ...key(entry) }))
    .sort((a, b) => a.order - b.order || a.start - b.start)
    .map(({ entry }) => entry);
}

/** Where an entry wants to stand. */
export function passageOf(entry: MarginEntry): Passage | undefined {
  if (entry.kind === 'thread') return entry.thread.passages[0];
  if (entry.kind === 'stack') return entry.threads[0]?.passages[0];
  return entry.passage;
}
