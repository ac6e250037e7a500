/**
 * A Postgres of Catena's own, out of npm, that survives whatever happens to the process that started it.
 *
 * The caller holds the data folder's lock (see `data-folder`), and has ended what an earlier start left running.
 */

import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { errorCode, errorMessage, PlainFailure } from '../plain-failure.ts';
import type { ProcessIdentity } from '../process/process-identity.mjs';
import { clusterExists, makeCluster, ROLE, setPassword } from './cluster.ts';
import { newPassword, readCredentials, writeCredentials } from './credentials.ts';
import { freePort } from './free-port.ts';
import { type Placement, place } from './placement.ts';
import { runningPostmaster } from './postmaster-file.ts';
import { type Server, ServerFailure, type ServerOptions, startServer } from './server.ts';

const DATABASE = 'catena';

export interface EmbeddedPostgresOptions {
  /** Catena's data folder. It exists, and its path has no link in it. */
  dataDir: string;
  /** A line for whoever waits. */
  say(line: string): void;
  /** Told of the process as soon as there is one. */
  onSpawn?(process: ProcessIdentity): Promise<void>;
  maxConnections?: number;
  /** For tests: trade what a power failure would cost for speed, and end with the process that started it. */
  disposable?: boolean;
  /** See `place`. */
  refuge?: string;
}

export interface EmbeddedPostgres {
  url: string;
  port: number;
  process: ProcessIdentity;
  /** Settles when Postgres has ended, whoever ended it. */
  ended: Promise<void>;
  stop(): Promise<void>;
}

/** Starts it, after making its database where there is none yet. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { dataDir, say } = options;
  const placement = await place(options);
  const foreign = await runningPostmaster(placement.data);
  if (foreign !== undefined) {
    throw new PlainFailure(
      `Another Postgres (pid ${foreign}) runs on ${placement.data}, and it was not started by this Catena. Stop it first, or choose another folder with DATA_DIR=…`,
    );
  }

  const known = await readCredentials(dataDir);
  const password = known?.password ?? newPassword();
  if (known === undefined) await writeCredentials(dataDir, { password });
  if (!(await clusterExists(placement))) await makeCluster(placement, password);
  else if (known === undefined) await setPassword(placement, password);

  const server = await startPatiently(placement, known?.port, {
    log: join(dataDir, 'postgres.log'),
    parameters: parameters(options),
    detached: options.disposable !== true,
    onSpawn: options.onSpawn ?? (async () => undefined),
    onRecovery: () => say('Postgres puts its files in order after a crash; this may take a while.'),
  });
  try {
    if (known?.port !== server.port) await writeCredentials(dataDir, { password, port: server.port });
    const base = addressOf(server.port, password);
    await createDatabase(`${base}/postgres`);
    return { ...server, url: `${base}/${DATABASE}` };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** Where the embedded Postgres of a data folder is reached, as long as it runs; `undefined` where there has never been one. */
export async function embeddedPostgresUrl(dataDir: string): Promise<string | undefined> {
  const known = await readCredentials(dataDir);
  return known?.port === undefined ? undefined : `${addressOf(known.port, known.password)}/${DATABASE}`;
}

const addressOf = (port: number, password: string): string => `postgres://${ROLE}:${password}@127.0.0.1:${port}`;

const parameters = ({ maxConnections = 100, disposable = false }: EmbeddedPostgresOptions) => ({
  max_connections: maxConnections,
  shared_buffers: '128MB',
  // The queries are short: compiling them costs more than it saves.
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  ...(disposable ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' } : {}),
});

/** Tries again where that helps: on another port, or when what was killed has ended. */
async function startPatiently(
  placement: Placement,
  wish: number | undefined,
  options: Omit<ServerOptions, 'port'>,
): Promise<Server> {
  const until = Date.now() + 15_000;
  for (;;) {
    try {
      return await startServer(placement, { ...options, port: await freePort(wish) });
    } catch (error) {
      const mayHelp = error instanceof ServerFailure && (error.portTaken || error.stillEnding);
      if (!mayHelp || Date.now() > until) throw error;
      await sleep(200);
    }
  }
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    await client.query(`CREATE DATABASE ${DATABASE}`);
  } catch (error) {
    // 42P04: it is there.
    if (errorCode(error) === '42P04') return;
    // 28P01: the password is not the one that Postgres knows.
    if (errorCode(error) !== '28P01') throw error;
    throw new PlainFailure(
      `Postgres does not know the password in postgres.json. Delete that file; the next start sets a new one. (${errorMessage(error)})`,
    );
  } finally {
    await client.end();
  }
}
