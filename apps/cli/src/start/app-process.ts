/** A program that is kept running: started, started again when it ends by itself, and stopped in good order. */

import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  AppReport,
  errorMessage,
  NODE_FLAGS,
  PlainFailure,
  type ProcessIdentity,
  processWith,
  STOP_PROGRAM,
  stopProcess,
} from '#platform';
import { readableLine } from './readable-line.ts';

export interface AppOptions {
  /** As people know it, e.g. `gateway`. */
  name: string;
  /** The built program. */
  script: string;
  env: NodeJS.ProcessEnv;
  say(line: string): void;
  /** Told of each process, and with `undefined` of its end. */
  onProcess(process: ProcessIdentity | undefined): Promise<void>;
  /** How long to wait before it is started again the first time, in ms; doubled each time. */
  pause?: number;
  /** How long it may take until it is ready, in ms. */
  patience?: number;
}

const LONGEST_PAUSE = 30_000;
/** Who has run this long has recovered. */
const STEADY = 60_000;

export class AppProcess {
  readonly #options: AppOptions;
  /** Those that have been ready: only these are started again. */
  readonly #ready = new WeakSet<ChildProcess>();
  #child: ChildProcess | undefined;
  #pause: number;
  #stopping = false;

  constructor(options: AppOptions) {
    this.#options = options;
    this.#pause = options.pause ?? 500;
  }

  /** Starts it and resolves when it is ready; rejects with a `PlainFailure` where it does not become so. */
  async start(): Promise<void> {
    const child = this.#spawn();
    const ready = becomesReady(child, this.#options);
    const begun = Date.now();
    child.once('exit', (code, signal) => void this.#afterEnd(child, Date.now() - begun, signal ?? `code ${code}`));
    await Promise.all([ready, this.#options.onProcess(this.#running())]);
    this.#ready.add(child);
  }

  /** Asks it to end, and makes it after a while. */
  async stop(): Promise<void> {
    this.#stopping = true;
    const running = this.#running();
    if (running !== undefined) await stopProcess(running, STOP_PROGRAM);
  }

  /** Ends it now. */
  kill(): void {
    this.#stopping = true;
    this.#child?.kill('SIGKILL');
  }

  #spawn(): ChildProcess {
    const { name, script, env, say } = this.#options;
    const child = spawn(process.execPath, [...NODE_FLAGS, script], {
      env,
      // Ctrl-C is for the launcher, which stops everything in its order.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const stream of [child.stdout, child.stderr]) {
      if (stream) createInterface(stream).on('line', (line) => say(`${name}: ${readableLine(line)}`));
    }
    this.#child = child;
    return child;
  }

  #running(): ProcessIdentity | undefined {
    const child = this.#child;
    if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return undefined;
    return processWith(child.pid);
  }

  async #afterEnd(child: ChildProcess, lasted: number, how: string): Promise<void> {
    await this.#options.onProcess(undefined);
    if (this.#stopping || !this.#ready.has(child)) return;
    const { name, say, pause = 500 } = this.#options;
    say(`The ${name} has ended unexpectedly (${how}); starting it again.`);
    if (lasted > STEADY) this.#pause = pause;
    await this.#startAgain();
  }

  async #startAgain(): Promise<void> {
    const { name, say } = this.#options;
    while (!this.#stopping) {
      await sleep(this.#pause);
      this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE);
      if (this.#stopping) return;
      try {
        await this.start();
        return say(`The ${name} is back.`);
      } catch (error) {
        if (!this.#stopping) say(errorMessage(error));
      }
    }
  }
}

async function becomesReady(child: ChildProcess, { name, patience = 60_000 }: AppOptions): Promise<void> {
  const failure = await new Promise<string | undefined>((resolve) => {
    const late = setTimeout(() => resolve(`The ${name} was not ready after ${patience / 1000} s.`), patience);
    child.once('close', () => clearTimeout(late));
    child.once('error', (error) => resolve(`The ${name} could not be started: ${error.message}`));
    child.once('exit', (code, signal) =>
      resolve(`The ${name} ended before it was ready (${signal ?? `code ${code}`}).`),
    );
    child.on('message', (message) => {
      const report = AppReport.safeParse(message);
      if (!report.success) return;
      clearTimeout(late);
      resolve(report.data.type === 'ready' ? undefined : report.data.message);
    });
  });
  if (failure === undefined) return;
  child.kill('SIGKILL');
  throw new PlainFailure(failure);
}
