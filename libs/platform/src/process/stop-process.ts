import { setTimeout as sleep } from 'node:timers/promises';
import { errorCode } from '../plain-failure.ts';
import { isRunning, type ProcessIdentity } from './process-identity.mjs';

/** A signal, and how many milliseconds the process has to follow it. */
export type Urging = readonly [signal: NodeJS.Signals, patience: number];

/** A program of ours: asked, then made to. */
export const STOP_PROGRAM: readonly Urging[] = [
  ['SIGTERM', 10_000],
  ['SIGKILL', 2_000],
];

/** Postgres: a fast shutdown with its checkpoint, else at once; it recovers from its log at the next start. */
export const STOP_POSTGRES: readonly Urging[] = [
  ['SIGINT', 30_000],
  ['SIGQUIT', 5_000],
  ['SIGKILL', 2_000],
];

/** Ends a process, which need not be a child of this one. Resolves with whether it is gone. */
export async function stopProcess(identity: ProcessIdentity, urgings: readonly Urging[]): Promise<boolean> {
  for (const [signal, patience] of urgings) {
    if (!isRunning(identity)) return true;
    try {
      process.kill(identity.pid, signal);
    } catch (error) {
      // Not ours to end.
      if (errorCode(error) === 'EPERM') return false;
    }
    const until = Date.now() + patience;
    while (isRunning(identity) && Date.now() < until) await sleep(20);
  }
  return !isRunning(identity);
}
