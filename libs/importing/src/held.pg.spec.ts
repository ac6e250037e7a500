/** Files held while a command needs them: whatever becomes of it, nothing of an article is lost and nothing else stays. */
import type pg from 'pg';
import type { Log } from '#log';
import { type CommandId, EVERYONE, INSTRUCTORS, type Intent, type MemberId, SeminarId } from '#seminar';
import { aLog, command, commandId, comment, memberId, type TestLog } from '../../log/src/testing/a-log.ts';
import { Assets } from './assets.ts';
import { dropUnpublished } from './clean.ts';

let fixture: TestLog;
let log: Log & { pool: pg.Pool };
let assets: Assets;
let seminar: SeminarId;
beforeAll(async () => {
  fixture = await aLog();
  log = await fixture.gateway();
  assets = new Assets(log.pool);
  seminar = await fixture.open(log);
});
afterAll(() => fixture.close());

const DAYS = 14;
const keep = (text: string) =>
  assets.keep(seminar, { bytes: new TextEncoder().encode(text), mediaType: 'application/octet-stream' }, INSTRUCTORS);
const shown = (hashes: string[]) => ({ hashes, to: EVERYONE, readable: [INSTRUCTORS] });
const isThere = async (hash: string) => (await assets.find(seminar, hash, 'all')) !== undefined;
const later = (interval: string) =>
  log.pool.query(
    `WITH a AS (UPDATE asset SET brought_at = brought_at - $1::interval)
     UPDATE asset_claim SET claimed_at = claimed_at - $1::interval`,
    [interval],
  );
const claims = async (): Promise<number> =>
  (await log.pool.query<{ count: number }>('SELECT count(*)::int FROM asset_claim')).rows[0]?.count ?? 0;

/** Says something on behalf of a member, in need of a file. */
const say = (id: CommandId, by: MemberId, hash: string, intent: Intent = comment()) =>
  assets.whileHeld(seminar, id, shown([hash]), () => log.seminars.handle(seminar, command(by, intent, id)));

/** As `say`, by a process that is killed before or after the log has it. */
const killed = async (when: 'before' | 'after', hash: string) => {
  const id = commandId();
  const act = async () => {
    if (when === 'after') await log.seminars.handle(seminar, command(fixture.ada, comment(), id));
    throw new Error('killed');
  };
  await expect(assets.whileHeld(seminar, id, shown([hash]), act)).rejects.toThrow('killed');
};

it('stay for good where it was done, also when it is sent again', async () => {
  const hash = await keep('done');
  const [id, intent] = [commandId(), comment()];
  expect(await say(id, fixture.ada, hash, intent)).toMatchObject({ ok: true });
  expect(await say(id, fixture.ada, hash, intent)).toMatchObject({ ok: true });
  expect(await claims()).toBe(0);
  await later('20 days');
  await dropUnpublished(log.pool, DAYS);
  expect(await isThere(hash)).toBe(true);
});

it('are let go where it was refused', async () => {
  const hash = await keep('refused');
  expect(await say(commandId(), memberId(), hash)).toMatchObject({ ok: false });
  expect(await claims()).toBe(0);
  await dropUnpublished(log.pool, DAYS);
  expect(await isThere(hash)).toBe(true);
  await later('20 days');
  await dropUnpublished(log.pool, DAYS);
  expect(await isThere(hash)).toBe(false);
});

it('stay held while nobody knows, and then the log decides', async () => {
  const [before, after] = [await keep('before'), await keep('after')];
  await killed('before', before);
  await killed('after', after);
  await later('20 minutes');
  await dropUnpublished(log.pool, DAYS);
  expect(await claims()).toBe(2);

  await later('20 days');
  await dropUnpublished(log.pool, DAYS);
  expect(await claims()).toBe(0);
  expect([await isThere(before), await isThere(after)]).toEqual([false, true]);
});

it('are not held where one of them is gone, and nothing is carried out', async () => {
  const hash = await keep('there');
  const act = async () => {
    throw new Error('It was carried out.');
  };
  expect(await assets.whileHeld(seminar, commandId(), shown([hash, 'f'.repeat(64)]), act)).toBeUndefined();
  expect(await claims()).toBe(0);
});
