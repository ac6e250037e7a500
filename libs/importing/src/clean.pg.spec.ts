import type pg from 'pg';
import { v4, v7 } from 'uuid';
import { readArticle } from '#article';
import { createPool } from '#platform';
import { CommandId, EVERYONE, INSTRUCTORS, SeminarId } from '#seminar';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { Assets } from './assets.ts';
import { dropUnpublished } from './clean.ts';
import { keepFiles } from './keep-files.ts';
import { UploadId, Uploads } from './uploads.ts';

let database: TestDatabase;
let pool: pg.Pool;
let assets: Assets;
let uploads: Uploads;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = createPool(database.url, 10, { name: 'catena test', onError: () => undefined });
  assets = new Assets(pool);
  uploads = new Uploads(pool);
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const seminar = SeminarId.parse(v4());
const DAYS = 14;
const keep = (text: string) =>
  assets.keep(seminar, { bytes: new TextEncoder().encode(text), mediaType: 'application/octet-stream' }, INSTRUCTORS);
const age = (days: number) =>
  pool.query(
    "WITH a AS (UPDATE asset SET brought_at = now() - $1 * interval '1 day') UPDATE upload SET touched_at = now() - $1 * interval '1 day'",
    [days],
  );
/** Holds them for an act that is done, or refused. */
const hold = async (hashes: string[], ok = true) =>
  (await assets.whileHeld(seminar, CommandId.parse(v7()), shown(hashes), async () => ({ ok }))) !== undefined;
const shown = (hashes: string[]) => ({ hashes, to: EVERYONE, readable: [INSTRUCTORS] });
const isThere = async (hash: string) => (await assets.find(seminar, hash, 'all')) !== undefined;

async function bring(text: string): Promise<{ id: UploadId; hash: string }> {
  const id = UploadId.parse(v7());
  const read = await readArticle(`# ${text}\n\nWords and more words.\n`);
  if (!read.ok) throw new Error(read.message);
  const document = await keepFiles(assets, seminar, read, { bytes: new TextEncoder().encode(text), name: 'a.md' });
  const hash = document.original?.asset ?? '';
  const preview = { document, diagnostics: read.diagnostics, format: read.format };
  await uploads.add({ id, seminar, person: v4(), name: 'a.md', format: undefined, file: hash, preview });
  return { id, hash };
}

it('drops what nobody came back to, and keeps what was published, mended or brought again', async () => {
  const [left, published, mended, again] = [
    await bring('left'),
    await bring('put out'),
    await bring('m'),
    await bring('r'),
  ];
  const loose = await keep('loose');
  await age(DAYS + 1);
  expect(await hold([published.hash])).toBe(true);
  await uploads.drop(published.id);
  await uploads.mend(mended.id, [{ type: 'title', title: 'Mended' }]);
  expect(await keep('r')).toBe(again.hash);

  expect(await dropUnpublished(pool, DAYS)).toEqual({ uploads: 2, assets: 2 });
  expect(await Promise.all([left, published, mended, again].map(({ hash }) => isThere(hash)))).toEqual([
    ...[false, true, true, true],
  ]);
  expect(await isThere(loose)).toBe(false);
  expect(await uploads.find(left.id)).toBeUndefined();
  expect((await uploads.find(mended.id))?.mendings).toEqual([{ type: 'title', title: 'Mended' }]);
  expect(await hold([published.hash, left.hash])).toBe(false);
});

it('leaves alone what is claimed at that very moment', async () => {
  const hash = await keep('claimed now');
  await age(DAYS + 1);
  const client = await pool.connect();
  await client.query('BEGIN');
  await client.query('UPDATE asset SET published = true WHERE hash = $1', [hash]);
  await dropUnpublished(pool, DAYS);
  await client.query('COMMIT');
  client.release();
  await dropUnpublished(pool, DAYS);
  expect(await isThere(hash)).toBe(true);
});

it('lets whoever publishes wait for it, and says that it came too late', async () => {
  const hash = await keep('dropped now');
  const client = await pool.connect();
  await client.query('BEGIN');
  await client.query('DELETE FROM asset WHERE hash = $1 AND NOT published', [hash]);
  const claiming = hold([hash]);
  await client.query('COMMIT');
  client.release();
  expect(await claiming).toBe(false);
});

it('never takes anything from an article, however both fall together', async () => {
  const hashes = await Promise.all(Array.from({ length: 60 }, (_, n) => keep(`both ${n}`)));
  await age(DAYS + 1);
  const cleaning = Array.from({ length: 3 }, () => dropUnpublished(pool, DAYS));
  const claimed = await Promise.all(hashes.map((hash) => hold([hash])));
  await Promise.all(cleaning);
  const there = await Promise.all(hashes.map(isThere));
  expect(there).toEqual(claimed);
});
