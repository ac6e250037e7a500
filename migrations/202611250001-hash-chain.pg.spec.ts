import pg from 'pg';
import { DataSource } from 'typeorm';
import { openLog, StoredChain, verifyStored } from '#log';
import { migrate } from '#platform';
import { EVERYONE, MemberId, SeminarId } from '#seminar';
import { command, comment } from '../libs/log/src/testing/a-log.ts';
import * as s from '../libs/seminar/src/testing/a-seminar.ts';
import { createEmptyDatabase, type TestDatabase } from '../test/support/test-database.ts';
import { MIGRATIONS } from './index.ts';

const OLD = MIGRATIONS.slice(
  0,
  MIGRATIONS.findIndex(({ name }) => name.startsWith('HashChain')),
);
const SEMINAR = SeminarId.parse(s.seminar);
const ADA = MemberId.parse(s.ada);
/** More than are chained at once. */
const EVENTS = 2_503;

let database: TestDatabase;
let pool: pg.Pool;
beforeAll(async () => {
  database = await createEmptyDatabase();
  pool = new pg.Pool({ connectionString: database.url, max: 4 });
  const source = new DataSource({
    type: 'postgres',
    url: database.url,
    migrations: OLD,
    migrationsTableName: 'migration',
  });
  await source.initialize();
  await source.runMigrations();
  await source.destroy();
  await pool.query(
    `INSERT INTO event SELECT $1, 'everyone', n, gen_random_uuid(), 0,
        CASE n WHEN 1 THEN 'seminar.opened' WHEN 2 THEN 'member.joined' WHEN 3 THEN 'article.imported' ELSE 'annotation.created' END,
        1, timestamptz '2026-01-01' + n * interval '1 ms', $2,
        CASE n WHEN 1 THEN $4::jsonb WHEN 2 THEN $5::jsonb WHEN 3 THEN $6::jsonb ELSE jsonb_build_object(
          'annotation', gen_random_uuid(), 'motivation', 'commenting', 'tags', '[]'::jsonb, 'target', $7::jsonb) END,
        CASE WHEN n > 3 THEN jsonb_build_object('body', 'Remark ' || n) END
      FROM generate_series(1, $3::int) AS n`,
    [
      SEMINAR,
      ADA,
      EVENTS,
      { seminar: SEMINAR, title: 'Margins' },
      { member: ADA, role: 'instructor' },
      { article: s.article, version: 1, document: s.document },
      s.passage,
    ],
  );
  await pool.query(`INSERT INTO log VALUES ($1, 'everyone', $2), ($3, 'everyone', 0)`, [SEMINAR, EVENTS, s.article]);
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

it('chains what an earlier release has written, and goes on behind it', async () => {
  await migrate(database.url);
  const log = { seminar: SEMINAR, audience: EVERYONE };
  const chain = new StoredChain(pool);
  expect(await verifyStored(chain, log)).toMatchObject({ ok: true, head: EVENTS });

  const opened = await openLog(pool);
  expect(await opened.seminars.handle(SEMINAR, command(ADA, comment()))).toMatchObject({
    ok: true,
    positions: [EVENTS + 1],
  });
  await opened.close();
  expect(await verifyStored(chain, log)).toMatchObject({ ok: true, head: EVENTS + 1 });
});
