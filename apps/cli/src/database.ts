import { resolve } from 'node:path';
import type pg from 'pg';
import {
  createPool,
  embeddedPostgresUrl,
  PlainFailure,
  projectFolder,
  type Settings,
  waitForDatabase,
} from '#platform';

/** Connections of a command: it asks one thing at a time. */
const CONNECTIONS = 2;

/** Runs with the database of a Catena: the one at DATABASE_URL, or the embedded one, where that runs. */
export async function withPool<T>(
  { DATABASE_URL, DATA_DIR }: Settings,
  run: (pool: pg.Pool) => Promise<T>,
): Promise<T> {
  const url = DATABASE_URL ?? (await embeddedPostgresUrl(resolve(projectFolder(), DATA_DIR)));
  if (url === undefined) {
    throw new PlainFailure('There is no database: `npm start` has not run here yet, and DATABASE_URL is not set.');
  }
  await waitForDatabase(url, { patience: 0 });
  const pool = createPool(url, CONNECTIONS, { name: 'catena cli' });
  try {
    return await run(pool);
  } finally {
    await pool.end();
  }
}
