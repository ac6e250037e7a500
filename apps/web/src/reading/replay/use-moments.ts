import { useDeferredValue, useMemo } from 'react';
import { useStore } from '../../store/use-store.ts';
import { type Moment, momentsOf } from '../../views/moments.ts';
import { useRoom, useSession } from '../session.ts';

export interface Times {
  moments: readonly Moment[];
  /** Where the log stands now. */
  head: number;
  /** Where one is in it. */
  position: number;
}

/** When what was said in the seminar, and where one is. */
export function useTimes(): Times {
  const { past } = useSession();
  // A new word is shown first where it was said.
  const words = useDeferredValue(useRoom((room) => room.confirmed.everyone.contents.words));
  const head = useRoom((room) => room.confirmed.everyone.state.position);
  const position = useStore(past.store, (it) => it?.position);
  const moments = useMemo(() => momentsOf(words.values()), [words]);
  return { moments, head, position: position ?? head };
}
