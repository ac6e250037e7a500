import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { byteas, int2s, int4s, int8s, jsonbs, texts, timestamps, uuids } from './binary-arrays.ts';

let database: TestDatabase;
let client: pg.Client;
beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

const ID = '01a212df-b585-7147-8620-393b276f7b59';

it.each([
  ['smallint', int2s([1, -2, 32_767]), [1, -2, 32_767]],
  ['integer', int4s([0, -1, 2_147_483_647]), [0, -1, 2_147_483_647]],
  ['bigint', int8s([0, 2 ** 53 - 1]), [0, 2 ** 53 - 1]],
  ['uuid', uuids([ID]), [ID]],
  ['text', texts(['', 'a "b", {c}', 'é😀']), ['', 'a "b", {c}', 'é😀']],
  ['jsonb', jsonbs(['{"a":["é\\"😀"]}', null]), [{ a: ['é"😀'] }, null]],
  ['bytea', byteas(['00ff', '', null]), ['\\x00ff', '\\x', null]],
  [
    'timestamptz',
    timestamps(['2026-11-12T14:02:00.123Z', '1999-01-01T00:00:00.000Z']),
    ['2026-11-12T14:02:00.123+00:00', '1999-01-01T00:00:00+00:00'],
  ],
  ['text', texts([]), []],
])('Postgres reads an array of %s as it was meant', async (type, sent, read) => {
  const { rows } = await client.query(
    `SELECT to_json($1::${type}[]) AS read FROM set_config('TimeZone', 'UTC', false)`,
    [sent],
  );
  expect(rows[0]?.read).toEqual(read);
});
