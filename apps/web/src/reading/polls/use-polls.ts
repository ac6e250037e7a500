import { useMemo } from 'react';
import { keep, recall } from '../../kept/kept.ts';
import { createStore } from '../../store/store.ts';
import { useStore } from '../../store/use-store.ts';
import { type PollView, pollsOf } from '../../views/polls.ts';
import { useRoom, useView } from '../session.ts';

type Chosen = Readonly<Record<string, number>>;

const KEPT = 'ballots';

/** What this browser answered to anonymous polls: nobody else can tell, not even the log. */
const ballots = createStore<Chosen>(isChosen(recall(KEPT)));

function isChosen(kept: unknown): Chosen {
  return typeof kept === 'object' && kept !== null ? (kept as Chosen) : {};
}

export function rememberBallot(poll: string, option: number): void {
  ballots.update((was) => ({ ...was, [poll]: option }));
  keep(KEPT, ballots.get());
}

/** The polls on the article that is open. */
export function usePolls(): readonly PollView[] {
  const log = useRoom((room) => room.shown.everyone);
  const polls = log.state.live.polls;
  const words = log.contents.polls;
  const me = useRoom((room) => room.you.member);
  const article = useView((view) => view?.article);
  const passages = useView((view) => view?.passages);
  const chosen = useStore(ballots, (it) => it);
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the log only the polls matter
  return useMemo(
    () => (article && passages ? pollsOf(log, article, passages, me, chosen) : []),
    [polls, words, article, passages, me, chosen],
  );
}
