import { createHash } from 'node:crypto';
import type { Folded } from '#seminar';

/**
 * What a folded log says, each fact by its name. Not the snapshot: its layout may change from release to release, and state may
 * gain what it did not have. These facts may not change for a log that has been written; newer logs may tell more of them.
 */
export function factsOf({ state, contents }: Folded) {
  return {
    position: state.position,
    title: state.seminar?.title,
    roster: sorted([...state.roster].map(([member, role]) => `${member} ${role}`)),
    articles: sorted(
      [...state.articles].flatMap(([article, { newest, versions }]) =>
        [...versions].map(
          ([version, passages]) =>
            `${article} ${version} of ${newest}: ${passages.size} passages, ${digest([...passages])}`,
        ),
      ),
    ),
    documents: sorted([...contents.documents].map(([article, { document }]) => `${article} ${digest(document)}`)),
    annotations: [...state.annotations.values()]
      .map((one) => ({
        id: one.id,
        author: one.author,
        motivation: one.motivation,
        target: one.target,
        tags: one.tags,
        thread: one.thread,
        depth: one.depth,
        replies: one.replies.toArray(),
        revision: one.revision,
        deleted: one.deleted,
        reactions: sorted([...one.reactions].flatMap(([reaction, by]) => [...by].map((member) => `${reaction} ${member}`))),
        answer: one.answer ?? null,
        resolved: one.resolved,
        body: contents.words.get(one.id)?.body ?? null,
        at: contents.words.get(one.id)?.at ?? null,
      }))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    summaries: sorted([...state.summaries.keys()]).map((section) => ({
      section,
      ...state.summaries.get(section),
      versions: contents.summaries
        .get(section)
        ?.toArray()
        .map(({ number, maker, by, sentences }) => ({ number, maker, by, sentences })),
    })),
    readings: [...state.readings.values()],
    groups: [...state.groups.values()].map(({ group, name, open, members }) => ({
      group,
      name,
      open,
      members: sorted([...members]),
    })),
    hours: state.live.sessions.toArray().map(({ session, by, from, to }) => ({ session, by, from, to: to ?? null })),
    attention: state.live.attention?.block ?? null,
    timer: state.live.timer?.ends ?? null,
    hand: state.live.hand?.at ?? null,
    polls: [...state.live.polls.values()].map((poll) => ({
      poll: poll.poll,
      by: poll.by,
      named: poll.named,
      open: poll.open,
      answers: sorted([...poll.answers].map(([by, option]) => `${by} ${option}`)),
      words: contents.polls.get(poll.poll) ?? null,
    })),
  };
}

const sorted = (lines: string[]): string[] => lines.toSorted();

/** Of the same value the same, in whichever order its keys were written. */
const digest = (value: unknown): string => createHash('sha256').update(JSON.stringify(value, inOrder)).digest('hex');

function inOrder(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
