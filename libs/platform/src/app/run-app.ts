/**
 * What every program of Catena does around its own work: reads the settings, says over the line to its launcher that it
 * is ready or why not, and ends in good order.
 */

import { errorMessage, PlainFailure } from '../plain-failure.ts';
import { readAppSettings } from '../settings/read-settings.ts';
import type { AppSettings } from '../settings/settings.ts';
import type { AppReport } from './app-report.ts';
import { listenProblem } from './listening.ts';

export interface RunningApp {
  /** Where it listens, if it does. */
  address?: string;
  close(): Promise<void>;
}

/** How long it may take to finish what is under way. */
const GRACE = 9_000;

/** Runs a program until it is told to end. */
export async function runApp(name: string, start: (settings: AppSettings) => Promise<RunningApp>): Promise<void> {
  let app: RunningApp | undefined;
  let ending: Promise<void> | undefined;
  const end = (): void => {
    ending ??= close(name, app);
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  process.on('SIGHUP', end);
  // The launcher is gone: there is nobody left who would stop this.
  process.on('disconnect', end);

  const read = readAppSettings(process.env);
  if (!read.ok) return fail(name, read.problems.join('\n'));
  try {
    app = await start(read.settings);
  } catch (error) {
    return fail(name, explain(error, read.settings));
  }
  if (ending !== undefined) return close(name, app);
  report({ type: 'ready', ...(app.address === undefined ? {} : { address: app.address }) });
}

function report(message: AppReport): void {
  process.send?.(message);
}

function fail(name: string, message: string): void {
  if (process.send === undefined) process.stderr.write(`${name}: ${message}\n`);
  process.exitCode = 1;
  if (process.send === undefined) process.exit();
  // Ending at once could cut the message off.
  process.send({ type: 'failed', message } satisfies AppReport, () => process.exit());
}

function explain(error: unknown, settings: AppSettings): string {
  const problem = listenProblem(error, settings);
  if (problem !== undefined) return problem;
  const isBug = error instanceof Error && !(error instanceof PlainFailure);
  return isBug ? (error.stack ?? error.message) : errorMessage(error);
}

async function close(name: string, app: RunningApp | undefined): Promise<void> {
  const late = setTimeout(() => process.exit(1), GRACE);
  late.unref();
  try {
    await app?.close();
    process.exit(0);
  } catch (error) {
    process.stderr.write(`${name}: could not end in good order: ${errorMessage(error)}\n`);
    process.exit(1);
  }
}
