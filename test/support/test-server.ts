/**
 * The Postgres that a run of the tests works on: one of its own on a folder that goes away with it, or the server at
 * DATABASE_URL_TEST. Every test gets a copy of a migrated template, see `createTestDatabase`.
 */

import { lstat, mkdir, readdir, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import pg from 'pg';
import { migrate, openDataFolder, startEmbeddedPostgres } from '#platform';

const PREFIX = 'catena-test-';

/** Starts it and tells the tests of it by the environment. Resolves with what ends it. */
export async function startTestServer(): Promise<() => Promise<void>> {
  const given = process.env.DATABASE_URL_TEST;
  const { url, stop } = given === undefined ? await ownServer() : { url: given, stop: async () => undefined };
  const template = `catena_template_${process.pid}`;
  await query(url, `DROP DATABASE IF EXISTS ${template} WITH (FORCE)`, `CREATE DATABASE ${template}`);
  await migrate(databaseUrl(url, template));
  process.env.TEST_SERVER_URL = url;
  process.env.TEST_TEMPLATE = template;
  return async () => {
    if (given !== undefined) await query(url, `DROP DATABASE ${template} WITH (FORCE)`);
    await stop();
  };
}

/** The address of another database on the same server. */
export function databaseUrl(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

async function query(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

async function ownServer(): Promise<{ url: string; stop(): Promise<void> }> {
  await removeLeftovers();
  const folder = join(tmpdir(), `${PREFIX}${process.pid}`);
  await mkdir(folder, { mode: 0o755 });
  const say = (): void => undefined;
  const data = await openDataFolder(folder, { address: 'tests', say });
  const server = await startEmbeddedPostgres({
    dataDir: data.path,
    say,
    onSpawn: (process) => data.record('postgres', process),
    maxConnections: 300,
    disposable: true,
  });
  return {
    url: server.url,
    async stop() {
      await server.stop();
      await removeFolder(data.path);
    },
  };
}

/** What runs that were killed have left: folders, and servers that still run on them. */
async function removeLeftovers(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(PREFIX)) continue;
    const folder = join(tmpdir(), name);
    try {
      await openDataFolder(folder, { address: 'tests', say: () => undefined });
      await removeFolder(folder);
    } catch {
      // A run under way, or somebody else's.
    }
  }
}

/** The folder, and the database where that had to lie elsewhere. */
async function removeFolder(folder: string): Promise<void> {
  const link = join(folder, 'postgres');
  const elsewhere = await lstat(link).then(
    (entry) => entry.isSymbolicLink(),
    () => false,
  );
  if (elsewhere) {
    const database = await realpath(link);
    if (basename(database) === 'postgres') await rm(dirname(database), { recursive: true, force: true });
  }
  await rm(folder, { recursive: true, force: true });
}
