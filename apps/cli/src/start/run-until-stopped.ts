/** The life of `npm start` between its first line and its last: up, running, and down again on Ctrl-C. */

import { errorMessage, PlainFailure } from '#platform';
import type { Progress } from '../../bin/progress.mjs';
import type { Undo } from './start-catena.ts';

/** npm passes a Ctrl-C on that the terminal has sent already: what comes so soon is the same one. */
const SAME = 1_000;

export interface Life {
  signal: AbortSignal;
  undo: Undo[];
  /** Ends it from inside, as a failure. */
  onLoss(): void;
}

/** Resolves with the exit code when everything is down. */
export async function runUntilStopped(progress: Progress, start: (life: Life) => Promise<void>): Promise<number> {
  const undo: Undo[] = [];
  const ending = new AbortController();
  let lost = false;
  const stopped = new Promise<void>((resolve) => ending.signal.addEventListener('abort', () => resolve()));
  const release = onSignals(ending, () => {
    for (const each of undo) each.kill();
    progress.say('Stopped at once. The next start puts everything in order.');
    process.exit(1);
  });
  const onLoss = (): void => {
    lost = true;
    ending.abort();
  };

  let code = 0;
  try {
    await start({ signal: ending.signal, undo, onLoss });
    await stopped;
  } catch (error) {
    if (!ending.signal.aborted || error instanceof PlainFailure) {
      progress.say(error instanceof PlainFailure ? error.message : `${error instanceof Error ? error.stack : error}`);
      code = 1;
    }
  }
  if (code === 0 && undo.length > 0) progress.say('Stopping …');
  for (const each of undo.toReversed()) {
    try {
      await each.stop();
    } catch (error) {
      progress.say(errorMessage(error));
      code = 1;
    }
  }
  release();
  if (lost) return 1;
  if (code === 0) progress.say('Stopped.');
  return code;
}

/** The first signal aborts, the second one forces. */
function onSignals(ending: AbortController, force: () => void): () => void {
  let first = 0;
  const handle = (): void => {
    if (first === 0) {
      first = Date.now();
      ending.abort();
    } else if (Date.now() - first > SAME) force();
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, handle);
  return () => {
    for (const signal of signals) process.off(signal, handle);
  };
}
