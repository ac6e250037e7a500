import pg from 'pg';
import { createTestDatabase } from '../test/support/test-database.ts';

it('is set on everything that is only ever added to', async () => {
  const database = await createTestDatabase();
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const { rows } = await client.query<{ name: string; reloptions: string[] | null }>(
    `SELECT relname AS name, reloptions FROM pg_class
      WHERE relkind = 'r' AND (relname ~ '^event_[0-9]+$' OR relname = 'snapshot_annotation')`,
  );
  await client.end();
  await database.drop();
  expect(rows).toHaveLength(17);
  for (const { reloptions } of rows) expect(reloptions).toContain('autovacuum_freeze_min_age=0');
});
