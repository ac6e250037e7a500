/** The polls on an article, as a card shows them. */
import { type Passage, resolveAnchor } from '#anchoring';
import type { BlockId } from '#article';
import type { ArticleId, Folded, MemberId, PollId, PollState } from '#seminar';

export interface PollView {
  poll: PollId;
  by: MemberId;
  at: string;
  question: string;
  options: readonly PollOption[];
  /** How many have answered. */
  total: number;
  named: boolean;
  open: boolean;
  /** Which one I chose; of an anonymous poll only this browser knows. */
  mine: number | undefined;
  passage: Passage | undefined;
}

export interface PollOption {
  text: string;
  votes: number;
  /** Of all that were given, 0 to 1. */
  share: number;
  /** Who chose it, where that may be known. */
  members: readonly MemberId[];
}

/** In the order they were opened. `chosen` is what this browser answered to anonymous polls. */
export function pollsOf(
  { state, contents }: Folded,
  article: ArticleId,
  passages: ReadonlyMap<BlockId, string>,
  me: MemberId,
  chosen: Readonly<Record<string, number>>,
): readonly PollView[] {
  const polls = [...state.live.polls.values()].filter(({ target }) => target.article === article);
  return polls.map((poll) => {
    const words = contents.polls.get(poll.poll);
    const [anchor] = poll.target.anchors;
    return {
      ...{ poll: poll.poll, by: poll.by, at: poll.at, named: poll.named, open: poll.open },
      question: words?.question ?? '',
      options: optionsOf(poll, words?.options ?? []),
      total: poll.answers.size,
      mine: poll.named ? poll.answers.get(me) : chosen[poll.poll],
      passage: anchor && resolveAnchor(anchor, passages),
    };
  });
}

function optionsOf({ answers, options, named }: PollState, texts: readonly string[]): PollOption[] {
  return Array.from({ length: options }, (_, option) => {
    const who = [...answers].filter(([, chosen]) => chosen === option).map(([by]) => by as MemberId); // named: by member
    const share = answers.size === 0 ? 0 : who.length / answers.size;
    return { text: texts[option] ?? '', votes: who.length, share, members: named ? who : [] };
  });
}
