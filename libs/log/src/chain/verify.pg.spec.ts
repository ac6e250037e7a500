import { v4 } from 'uuid';
import { EVERYONE, onlyFor, SeminarId } from '#seminar';
import type { LogKey } from '../log-key.ts';
import { aLog, annotationId, command, commandId, comment, type TestLog } from '../testing/a-log.ts';
import { exportLog, verifyFile } from './log-file.ts';
import { StoredChain } from './stored-chain.ts';
import { verifyStored } from './verify-stored.ts';

let fixture: TestLog;
let gateway: Awaited<ReturnType<TestLog['gateway']>>;
let log: LogKey;
let chain: StoredChain;

beforeAll(async () => {
  fixture = await aLog();
  gateway = await fixture.gateway();
  chain = new StoredChain(gateway.pool);
});
afterAll(() => fixture.close());

/** A seminar alone in the tables, with twelve events: three to open, nine comments. */
beforeEach(async () => {
  await gateway.pool.query('TRUNCATE event, log, snapshot');
  log = { seminar: await fixture.open(gateway, SeminarId.parse(v4())), audience: EVERYONE };
  for (let n = 1; n <= 9; n++) {
    await gateway.seminars.handle(log.seminar, command(fixture.ada, comment(annotationId(), `Remark ${n}.`)));
  }
});

const sql = (statement: string) => gateway.pool.query(statement);
const verified = () => verifyStored(chain, log);
async function file(): Promise<string[]> {
  let text = '';
  for await (const part of (await exportLog(chain, log)) ?? []) text += part;
  return text.trimEnd().split('\n');
}
async function* linesOf(lines: string[]) {
  yield* lines;
}

it('finds an untouched log as it was written, and tells how far it has come', async () => {
  const reached: number[] = [];
  expect(await verifyStored(chain, log, (position) => reached.push(position))).toEqual({
    ok: true,
    head: 12,
    hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    erased: 0,
  });
  expect(reached).toEqual([12]);
});

it('holds when words are erased with their salt', async () => {
  const before = await verified();
  await sql('UPDATE event SET personal = NULL, salt = NULL WHERE position = 7');
  expect(await verified()).toEqual({ ...before, erased: 1 });
});

it.each([
  ['what happened', `UPDATE event SET data = jsonb_set(data, '{motivation}', '"questioning"') WHERE position = 6`, 6],
  ['a number', `UPDATE event SET data = jsonb_set(data, '{target,version}', '2') WHERE position = 6`, 6],
  ['the words', `UPDATE event SET personal = '{"body": "No."}' WHERE position = 6`, 6],
  ['the salt', `UPDATE event SET salt = decode(md5('x'), 'hex') WHERE position = 6`, 6],
  ['words without their salt', 'UPDATE event SET salt = NULL WHERE position = 6', 6],
  ['words where there were none', `UPDATE event SET personal = '{"body": "No."}' WHERE position = 1`, 1],
  ['the hash of the words', `UPDATE event SET personal_hash = sha256('x'), personal = NULL WHERE position = 6`, 6],
  ['the time', `UPDATE event SET at = at + interval '1 microsecond' WHERE position = 6`, 6],
  ['the author', 'UPDATE event SET member_id = gen_random_uuid() WHERE position = 6', 6],
  ['the command', 'UPDATE event SET command_id = gen_random_uuid() WHERE position = 6', 6],
  ['the type', `UPDATE event SET type = 'annotation.edited' WHERE position = 6`, 6],
  ['the version', 'UPDATE event SET version = 2 WHERE position = 6', 6],
  ['a hash', `UPDATE event SET hash = sha256('x') WHERE position = 6`, 6],
  ['a row taken out', 'DELETE FROM event WHERE position = 6', 6],
  ['the first rows taken out', 'DELETE FROM event WHERE position <= 3', 1],
  ['the last row taken out', 'DELETE FROM event WHERE position = 12', 12],
  ['the last row taken out, and the head moved', 'DELETE FROM event WHERE position = 12; UPDATE log SET head = 11', 11],
  [
    'two rows swapped',
    'UPDATE event SET position = -1 * position + 13 + 100 WHERE position IN (6, 7); UPDATE event SET position = position - 100 WHERE position > 100',
    6,
  ],
  [
    'a row put behind the end',
    `INSERT INTO event SELECT seminar_id, audience, 13, gen_random_uuid(), 0, type, version, at, member_id, data, personal, salt, personal_hash, hash FROM event WHERE position = 12`,
    13,
  ],
  ['the head moved back', 'UPDATE log SET head = 11', 12],
  ['the hash of the head', `UPDATE log SET hash = sha256('x')`, 12],
  ['the head taken out', 'DELETE FROM log', 1],
  [
    'the log put elsewhere',
    `UPDATE event SET audience = 'member:' || member_id; UPDATE log SET audience = 'member:${'0'.repeat(8)}-0000-4000-8000-${'0'.repeat(12)}'`,
    1,
  ],
])('finds %s changed by hand', async (_, statement, position) => {
  await sql(statement);
  const logs = await chain.logsOf(log.seminar);
  expect(await Promise.all(logs.map((one) => verifyStored(chain, one)))).toContainEqual({
    ok: false,
    flaw: { position, problem: expect.any(String) },
  });
});

it('finds a log of notes that was given to somebody else, whole as it is', async () => {
  const mine = onlyFor(fixture.ada);
  await gateway.seminars.handle(log.seminar, command(fixture.ada, comment(), commandId(), mine));
  const other = 'member:00000000-0000-4000-8000-000000000099';
  await sql(
    `UPDATE event SET audience = '${other}' WHERE audience = '${mine}'; UPDATE log SET audience = '${other}' WHERE audience = '${mine}'`,
  );
  const [, notes] = await chain.logsOf(log.seminar);
  expect(await verifyStored(chain, notes as LogKey)).toMatchObject({ ok: false, flaw: { position: 1 } });
});

it('a gateway does not write behind a head whose hash was changed', async () => {
  await sql(`UPDATE log SET hash = sha256('x')`);
  const late = command(fixture.ada, comment());
  expect(await gateway.seminars.handle(log.seminar, late)).toMatchObject({ error: { code: 'server/unavailable' } });
});

describe('a log in a file', () => {
  it('is checked without a database, erased words and all', async () => {
    await sql('UPDATE event SET personal = NULL, salt = NULL WHERE position = 7');
    const lines = await file();
    expect(lines).toHaveLength(14);
    expect(await verifyFile(linesOf(lines))).toEqual({ ...(await verified()), log });
  });

  it.each([
    ['a word changed', (lines: string[]) => lines.map((line) => line.replace('Remark 3.', 'Remark 4.')), 6],
    ['a line taken out', (lines: string[]) => lines.toSpliced(4, 1), 4],
    ['two lines swapped', ([a, b, c, ...rest]: string[]) => [a, c, b, ...rest], 1],
    [
      'another head',
      (lines: string[]) => lines.with(-1, (lines.at(-1) ?? '').replace(/[0-9a-f]{64}/, '0'.repeat(64))),
      12,
    ],
    ['another seminar', ([a, ...rest]: string[]) => [a?.replace(log.seminar, fixture.ada), ...rest], 1],
  ])('shows %s', async (_, change, position) => {
    const changed = change(await file()).map((line) => line ?? '');
    expect(await verifyFile(linesOf(changed))).toMatchObject({ ok: false, flaw: { position } });
  });

  it.each([
    ['cut off', (lines: string[]) => lines.slice(0, -1), 14],
    ['with something behind its end', (lines: string[]) => [...lines, '{}'], 15],
    ['with a line that is no event', (lines: string[]) => lines.with(3, '{"position":3}'), 4],
    ['of something else', () => ['hello'], 1],
    ['with nothing in it', () => [], 1],
  ])('is refused when %s', async (_, change, line) => {
    expect(await verifyFile(linesOf(change(await file())))).toEqual({ ok: false, line, problem: expect.any(String) });
  });
});
