import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { errorCode, errorMessage, PlainFailure } from '../plain-failure.ts';

/** The oldest Postgres that has what the log and the queue ask for. */
const OLDEST = 15;

export interface WaitOptions {
  /** How long to keep trying, in ms. */
  patience?: number;
  /** Told once, when the first try has failed. */
  onWait?(reason: string): void;
}

/** Waits until a Postgres takes connections, as one that is started at the same moment soon will. */
export async function waitForDatabase(url: string, { patience = 30_000, onWait }: WaitOptions = {}): Promise<void> {
  const until = Date.now() + patience;
  for (let tries = 1; ; tries++) {
    try {
      return await look(url);
    } catch (error) {
      const reason = explain(error, url);
      if (reason instanceof PlainFailure) throw reason;
      if (Date.now() >= until) {
        throw new PlainFailure(
          `${reason} Tried for ${Math.round(patience / 1000)} s. Start that Postgres, or check DATABASE_URL.`,
        );
      }
      if (tries === 1) onWait?.(reason);
      await sleep(500);
    }
  }
}

async function look(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number }>(
      `SELECT current_setting('server_version_num')::int / 10000 AS version`,
    );
    const version = rows[0]?.version ?? 0;
    if (version < OLDEST) {
      throw new PlainFailure(`DATABASE_URL leads to Postgres ${version}; Catena needs Postgres ${OLDEST} or newer.`);
    }
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** A sentence where time may help, a failure where only a person can. Passwords are left out. */
function explain(error: unknown, url: string): string | PlainFailure {
  if (error instanceof PlainFailure) return error;
  const { host, pathname, username } = new URL(url);
  switch (errorCode(error)) {
    case '28P01':
    case '28000':
      return new PlainFailure(
        `Postgres at ${host} does not let '${username}' in (${errorMessage(error)}). Check DATABASE_URL.`,
      );
    case '3D000':
      return new PlainFailure(
        `Postgres at ${host} has no database '${pathname.slice(1)}'. Make it (CREATE DATABASE), or check DATABASE_URL.`,
      );
    default:
      return `Postgres at ${host} does not answer (${errorCode(error) ?? errorMessage(error)}).`;
  }
}
