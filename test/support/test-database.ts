import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { databaseUrl } from './test-server.ts';

export interface TestDatabase {
  url: string;
  /** Closes every connection to it and removes it. */
  drop(): Promise<void>;
}

/** A database of its own for a test, migrated and empty. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { TEST_SERVER_URL: server, TEST_TEMPLATE: template } = process.env;
  if (server === undefined || template === undefined) {
    throw new Error('This test needs Postgres: name its file x.pg.spec.ts, x.socket.spec.ts or x.e2e.ts.');
  }
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer(server, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  return {
    url: databaseUrl(server, name),
    drop: () => onServer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
