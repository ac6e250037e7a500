import type pg from 'pg';
import { type AppSettings, createPool, waitForDatabase } from '#platform';
import { appSettings } from './app-settings.ts';

/** Connections of a command: it asks one thing at a time. */
const CONNECTIONS = 2;

/** Runs with the database of a Catena: the one at DATABASE_URL, or the embedded one, where that runs. */
export async function withPool<T>(run: (pool: pg.Pool, settings: AppSettings) => Promise<T>): Promise<T> {
  const settings = await appSettings();
  await waitForDatabase(settings.DATABASE_URL, { patience: 0 });
  const pool = createPool(settings.DATABASE_URL, CONNECTIONS, { name: 'catena cli' });
  try {
    return await run(pool, settings);
  } finally {
    await pool.end();
  }
}
