import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, openDataFolder, startEmbeddedPostgres } from '#platform';

/** Runs with an empty, migrated database on an embedded Postgres of its own, as durable as that of `npm start`. */
export async function withDatabase<T>(run: (databaseUrl: string) => Promise<T>): Promise<T> {
  const parent = await mkdtemp(join(tmpdir(), 'catena-bench-'));
  const folder = await openDataFolder(parent, { address: 'bench', say: () => undefined });
  try {
    const postgres = await startEmbeddedPostgres({
      dataDir: folder.path,
      say: () => undefined,
      onSpawn: (process) => folder.record('postgres', process),
      maxConnections: 200,
    });
    try {
      await migrate(postgres.url);
      return await run(postgres.url);
    } finally {
      await postgres.stop();
    }
  } finally {
    await folder.release();
    await rm(parent, { recursive: true, force: true });
  }
}
