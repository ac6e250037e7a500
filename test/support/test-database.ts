import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { databaseUrl } from './test-server.ts';

export interface TestDatabase {
  url: string;
  /** Closes every connection to it and removes it. */
  drop(): Promise<void>;
}

/** A database of its own for a test, migrated and empty. */
export const createTestDatabase = (): Promise<TestDatabase> => create(`TEMPLATE ${given('TEST_TEMPLATE')}`);

/** A database of its own with nothing in it at all, for a test of migrations. */
export const createEmptyDatabase = (): Promise<TestDatabase> => create('');

async function create(from: string): Promise<TestDatabase> {
  const server = given('TEST_SERVER_URL');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer(server, `CREATE DATABASE ${name} ${from}`);
  return {
    url: databaseUrl(server, name),
    drop: () => onServer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

function given(name: 'TEST_SERVER_URL' | 'TEST_TEMPLATE'): string {
  const value = process.env[name];
  if (value !== undefined) return value;
  throw new Error('This test needs Postgres: name its file x.pg.spec.ts, x.socket.spec.ts or x.e2e.ts.');
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
