import { useState } from 'react';
import { errorOf } from '../api/api.ts';
import { inWords } from '../messages/in-words.ts';
import { knowRefusals } from '../messages/messages.ts';

export interface Sending {
  busy: boolean;
  /** Why it was refused, in a sentence. */
  problem: string | undefined;
  /** Sends something; while it is under way nothing else is sent. */
  send: (act: () => Promise<void>) => Promise<void>;
}

/** The state of a form that is sent: busy, refused, or ready. What was typed stays where it is. */
export function useSending(): Sending {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const send = async (act: () => Promise<void>) => {
    if (busy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      await act();
    } catch (cause) {
      await knowRefusals();
      setProblem(inWords(errorOf(cause)));
    }
    setBusy(false);
  };
  return { busy, problem, send };
}
