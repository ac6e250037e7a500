/** The running Postgres. */

import { type ChildProcess, spawn } from 'node:child_process';
import { open, readFile, rename, stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorCode, PlainFailure } from '../plain-failure.ts';
import { type ProcessIdentity, processWith } from '../process/process-identity.mjs';
import { STOP_POSTGRES, stopProcess } from '../process/stop-process.ts';
import { runAs } from './account.ts';
import { program } from './binaries.ts';
import { lastWords, POSTGRES_ENV } from './cluster.ts';
import type { Placement } from './placement.ts';
import { readPostmasterFile } from './postmaster-file.ts';

/** A log longer than this begins anew; one older part is kept. */
const LOG_MAX_BYTES = 10 * 1024 * 1024;

export interface ServerOptions {
  port: number;
  /** The file that Postgres writes its log to. */
  log: string;
  /** Passed as `-c name=value`. */
  parameters: Record<string, string | number>;
  /** Out of reach of the terminal's Ctrl-C, so that it can be stopped last. */
  detached: boolean;
  /** Told as soon as there is a process, before anything else can go wrong. */
  onSpawn(process: ProcessIdentity): Promise<void>;
  /** Told once when Postgres needs longer, because it repairs what a crash has left. */
  onRecovery(): void;
}

export interface Server {
  process: ProcessIdentity;
  port: number;
  /** Settles when it has ended, whoever ended it. */
  ended: Promise<void>;
  stop(): Promise<void>;
}

/** What keeps a server from starting, as far as another try may help. */
export class ServerFailure extends PlainFailure {
  /** Another program has taken the port in the meantime. */
  readonly portTaken: boolean;
  /** Processes of a server that was killed are about to end. */
  readonly stillEnding: boolean;

  constructor(log: string, output: string) {
    super(`Postgres did not start: ${lastWords(output)} Its log is ${log}.`);
    this.portTaken = /could not bind|could not create any TCP\/IP sockets/.test(output);
    this.stillEnding = /pre-existing shared memory block/.test(output);
  }
}

/** Starts it. Resolves when it takes connections. */
export async function startServer(placement: Placement, options: ServerOptions): Promise<Server> {
  const { log, port } = options;
  await rotate(log);
  const file = await open(log, 'a', 0o600);
  const { size: before } = await file.stat();
  const parameters = { ...options.parameters, port, listen_addresses: '127.0.0.1', unix_socket_directories: '' };
  const args = Object.entries(parameters).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(program(placement.binaries, 'postgres'), ['-D', placement.data, ...args], {
    ...runAs(placement.account),
    cwd: '/',
    env: POSTGRES_ENV,
    detached: options.detached,
    stdio: ['ignore', file.fd, file.fd],
  });
  const ended = whenEnded(child);
  await file.close();
  const identity = child.pid === undefined ? undefined : processWith(child.pid);
  if (identity !== undefined) {
    await options.onSpawn({ pid: identity.pid, started: identity.started });
    if (await becomesReady(placement.data, identity.pid, child, options.onRecovery)) {
      return { process: identity, port, ended, stop: () => stop(identity, ended) };
    }
  }
  await ended;
  throw new ServerFailure(log, (await readFile(log)).subarray(before).toString());
}

const whenEnded = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.once('error', () => resolve());
    child.once('exit', () => resolve());
  });

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

/** As pg_ctl does it: Postgres writes its state to its pid file. There is no time limit, since a repair takes its time. */
async function becomesReady(data: string, pid: number, child: ChildProcess, onRecovery: () => void): Promise<boolean> {
  const begun = Date.now();
  let told = false;
  while (!hasEnded(child)) {
    const file = await readPostmasterFile(data);
    if (file?.pid === pid && file.status === 'ready') return true;
    if (!told && Date.now() - begun > 3_000) {
      told = true;
      onRecovery();
    }
    await sleep(20);
  }
  return false;
}

async function stop(identity: ProcessIdentity, ended: Promise<void>): Promise<void> {
  if (!(await stopProcess(identity, STOP_POSTGRES))) {
    throw new PlainFailure(`Postgres (pid ${identity.pid}) could not be stopped.`);
  }
  await ended;
}

async function rotate(log: string): Promise<void> {
  try {
    if ((await stat(log)).size > LOG_MAX_BYTES) await rename(log, `${log}.1`);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
}
