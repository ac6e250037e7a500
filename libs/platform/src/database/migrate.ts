import pg from 'pg';
import { DataSource, MigrationExecutor } from 'typeorm';
import { MIGRATIONS } from '../../../../migrations/index.ts';
import { type WaitOptions, waitForDatabase } from './wait-for-database.ts';

/** Held while migrating, so that of two processes that start at once the second finds everything done. */
const LOCK = 'catena migrations';

export interface MigrateOptions extends WaitOptions {
  /** Told the name of each migration before it runs. */
  onStep?(name: string): void;
}

/** Brings a database up to date. Resolves with how many migrations that took. */
export async function migrate(url: string, { onStep, ...wait }: MigrateOptions = {}): Promise<number> {
  await waitForDatabase(url, wait);
  const guard = new pg.Client({ connectionString: url });
  await guard.connect();
  try {
    await guard.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [LOCK]);
    return await runPending(url, onStep);
  } finally {
    // The lock goes with its session.
    await guard.end();
  }
}

async function runPending(url: string, onStep: MigrateOptions['onStep']): Promise<number> {
  const source = await new DataSource({
    type: 'postgres',
    url,
    migrations: [...MIGRATIONS],
    migrationsTableName: 'migration',
    poolSize: 2,
  }).initialize();
  try {
    const pending = await new MigrationExecutor(source).getPendingMigrations();
    for (const { name } of pending) onStep?.(name);
    if (pending.length > 0) await source.runMigrations({ transaction: 'each' });
    return pending.length;
  } finally {
    await source.destroy();
  }
}
