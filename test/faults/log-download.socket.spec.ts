/** A log leaves the server as a file, and is checked where there is no server: by the command line, as anybody has it. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { v4, v7 } from 'uuid';
import { projectFolder } from '#platform';
import { AnnotationId, EVERYONE } from '#seminar';
import { type ClassRoom, openClassRoom } from '../support/class-room.ts';
import { type GatewayProcess, startGateway } from '../support/gateway-process.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

/** Each word on the command line is a process of its own. */
const PATIENCE = 60_000;

let database: TestDatabase;
let gateway: GatewayProcess;
let room: ClassRoom;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'catena-log-'));
  database = await createTestDatabase();
  gateway = await startGateway(database.url, { LOG_LEVEL: 'error' });
  room = await openClassRoom(gateway.url, 2);
  await room.instructor.json('POST', `/api/seminars/${room.seminar}/commands`, {
    ...room.comment(AnnotationId.parse(v4())),
    id: v7(),
    seminar: room.seminar,
    audience: EVERYONE,
  });
}, PATIENCE);
afterAll(async () => {
  await gateway.stop();
  await database.drop();
  await rm(folder, { recursive: true });
});

/** What `catena …` says, and how it ends. */
function catena(...args: string[]): Promise<{ code: number; said: string }> {
  const script = `import { run } from './dist/apps/cli/src/main.js'; await run(process.argv.slice(1));`;
  return new Promise((resolve) => {
    const options = { cwd: projectFolder(), env: { PATH: process.env.PATH, DATABASE_URL: database.url } };
    execFile(process.execPath, ['--input-type=module', '-e', script, '--', ...args], options, (error, stdout, stderr) =>
      resolve(error ? { code: Number(error.code), said: stderr } : { code: 0, said: stdout }),
    );
  });
}

const download = () => room.instructor.request('GET', `/api/seminars/${room.seminar}/log`);

it('is for the instructor', async () => {
  const [, reader] = room.people;
  const refused = await reader?.request('GET', `/api/seminars/${room.seminar}/log`);
  expect(refused?.status).toBe(403);
  expect(await refused?.json()).toMatchObject({ error: { code: 'policy/not-allowed' } });
});

it(
  'comes as a file, the same as the command line exports, and is found whole',
  async () => {
    const answer = await download();
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="seminar-${room.seminar}.ndjson"`);
    const [downloaded, exported] = [join(folder, 'downloaded.ndjson'), join(folder, 'exported.ndjson')];
    await writeFile(downloaded, await answer.text());
    await catena('log', 'export', '--seminar', room.seminar, '--output', exported);
    expect(await readFile(exported, 'utf8')).toBe(await readFile(downloaded, 'utf8'));

    const { head, hash } = JSON.parse((await readFile(downloaded, 'utf8')).trimEnd().split('\n').at(-1) ?? '');
    const whole = {
      code: 0,
      said: `${room.seminar} everyone: ${head} events, all as they were written. Head ${hash}\n`,
    };
    expect(await catena('log', 'verify', downloaded)).toEqual(whole);
    expect(await catena('log', 'verify', downloaded, '--head', hash)).toEqual(whole);
    expect(await catena('log', 'verify', '--seminar', room.seminar)).toEqual(whole);
    expect(await catena('log', 'verify', downloaded, '--head', '0'.repeat(64))).toMatchObject({ code: 1 });
  },
  PATIENCE,
);

it(
  'is found wrong where somebody has written into the file or into the database',
  async () => {
    const changed = join(folder, 'changed.ndjson');
    await writeFile(changed, (await (await download()).text()).replace('an empty one?', 'a full one?'));
    const position = 1 + room.people.length + 2;
    expect(await catena('log', 'verify', changed)).toEqual({
      code: 1,
      said: expect.stringContaining(
        `position ${position} is wrong (line ${position + 1}): the words have been changed`,
      ),
    });

    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query('DELETE FROM event WHERE position = 3');
    await client.end();
    expect(await catena('log', 'verify', '--seminar', room.seminar)).toEqual({
      code: 1,
      said: `${room.seminar} everyone: position 3 is wrong: the event is missing.\n`,
    });
  },
  PATIENCE,
);

it(
  'says what is amiss where there is nothing to check',
  async () => {
    expect(await catena('log', 'verify')).toMatchObject({ code: 1, said: expect.stringContaining('--seminar ID') });
    expect(await catena('log', 'verify', join(folder, 'none'))).toMatchObject({
      code: 1,
      said: expect.stringContaining('read'),
    });
    expect(await catena('log', 'verify', '--seminar', v4())).toMatchObject({
      code: 1,
      said: expect.stringContaining('no seminar'),
    });
  },
  PATIENCE,
);
