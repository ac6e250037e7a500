import { useEffect, useState } from 'react';
import type { ProtocolError } from '#protocol';
import { errorOf } from '../api/api.ts';

export interface Asked<T> {
  answer: T | undefined;
  error: ProtocolError | undefined;
  /** Asks once more. */
  again: () => void;
}

/** Asks the server when a screen opens, and again when `ask` is another function. */
export function useAnswer<T>(ask: () => Promise<T>): Asked<T> {
  const [answer, setAnswer] = useState<T>();
  const [error, setError] = useState<ProtocolError>();
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks again
  useEffect(() => {
    let gone = false;
    setError(undefined);
    ask().then(
      (it) => !gone && setAnswer(it),
      (cause) => !gone && setError(errorOf(cause)),
    );
    return () => {
      gone = true;
    };
  }, [ask, attempt]);
  return { answer, error, again: () => setAttempt((n) => n + 1) };
}
