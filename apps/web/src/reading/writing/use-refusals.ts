import { useEffect } from 'react';
import { inWords } from '../../messages/in-words.ts';
import { notify } from '../actions.ts';
import { useRoom, useSession } from '../session.ts';

const WITH_WORDS = new Set(['annotation.create', 'annotation.reply', 'annotation.edit']);

/** A refused click (a reaction, a resolve) is told and let go; refused words stay at their place. */
export function useRefusals(): void {
  const session = useSession();
  const pending = useRoom((room) => room.pending);
  useEffect(() => {
    for (const entry of pending) {
      if (!entry.refused || WITH_WORDS.has(entry.request.type)) continue;
      notify(session, inWords(entry.refused));
      session.client.discard(entry);
    }
  }, [pending, session]);
}
