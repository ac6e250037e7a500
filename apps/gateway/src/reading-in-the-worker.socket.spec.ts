/** A large file is read by a worker: how far it has come is seen, also after a restart; it can be stopped, and tried again. */
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { v4, v7 } from 'uuid';
import type { ImportAnswer, UploadAnswer } from '#protocol';
import { longPdf } from '../../../test/bench/long-pdf.ts';
import { type ClassRoom, openClassRoom } from '../../../test/support/class-room.ts';
import { type GatewayProcess, startGateway } from '../../../test/support/gateway-process.ts';
import { type ProgramProcess, startProgram } from '../../../test/support/program-process.ts';
import { createTestDatabase } from '../../../test/support/test-database.ts';

const SETTINGS = { IMPORT_QUEUED_BYTES: 10_000, SWEEP_INTERVAL_MS: 60_000 };
const fixture = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../../test/fixtures/${name}`, import.meta.url)));

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let gateway: GatewayProcess;
let worker: ProgramProcess | undefined;
let room: ClassRoom;
beforeAll(async () => {
  database = await createTestDatabase();
  gateway = await startGateway(database.url, SETTINGS);
  room = await openClassRoom(gateway.url, 1);
});
afterEach(async () => {
  await worker?.stop();
  worker = undefined;
});
afterAll(async () => {
  await gateway.stop();
  await database.drop();
});

const pdf = async (pages: number) => new Uint8Array((await longPdf(pages)).bytes);

const startWorker = async () => {
  worker = await startProgram('worker', { DATABASE_URL: database.url, ...SETTINGS });
};
const path = (of: string, more = '') => `/api/seminars/${room.seminar}/uploads/${of}${more}`;
const find = (of: string) => room.instructor.json<UploadAnswer>('GET', path(of));

async function upload(bytes: Uint8Array<ArrayBuffer>, query = ''): Promise<UploadAnswer> {
  const response = await fetch(new URL(`/api/seminars/${room.seminar}/uploads${query}`, gateway.url), {
    method: 'POST',
    headers: { cookie: room.instructor.cookie, 'content-type': 'application/octet-stream' },
    body: bytes,
  });
  expect(response.status).toBe(200);
  return response.json();
}

/** A queue takes half a minute to miss a worker, and looks twice a minute. */
const PATIENCE_MS = 120_000;

async function until(of: string, holds: (upload: UploadAnswer) => boolean): Promise<UploadAnswer> {
  for (const end = Date.now() + PATIENCE_MS; ; await sleep(50)) {
    const upload = await find(of);
    if (holds(upload)) return upload;
    if (Date.now() > end) throw new Error(`still ${JSON.stringify({ ...upload, preview: undefined })}`);
  }
}

it('waits for a worker through a restart of the gateway, is read page by page, and is published', async () => {
  const { upload: of, status, progress } = await upload(await pdf(60), '?name=long.pdf');
  expect([status, progress]).toEqual(['reading', undefined]);
  const { port } = gateway;
  await gateway.stop();
  gateway = await startGateway(database.url, { ...SETTINGS, port });
  expect(await find(of)).toMatchObject({ status: 'reading', name: 'long.pdf' });

  await startWorker();
  const under = await until(of, (it) => it.status !== 'reading' || (it.progress?.done ?? 0) > 0);
  if (under.status === 'reading') expect(under.progress).toMatchObject({ stage: 'pages', of: 60 });
  const { preview } = await until(of, ({ status: now }) => now !== 'reading');
  expect(preview?.format).toBe('pdf');
  await room.instructor.json<ImportAnswer>('POST', `/api/seminars/${room.seminar}/articles`, {
    ...{ command: v7(), article: v4(), version: 1, document: preview?.document, upload: of },
  });
  expect((await room.instructor.request('GET', path(of))).status).toBe(404);
});

it('says what is wrong with a file, keeps it, and reads it again as what it is said to be', async () => {
  await startWorker();
  const { upload: of } = await upload(fixture('articles/made/pandoc.docx').slice(0, 12_000), '?name=torn.docx');
  const failed = await until(of, ({ status }) => status !== 'reading');
  expect(failed).toMatchObject({ status: 'failed', error: { code: 'article/damaged' } });

  const { upload: another } = await upload(fixture('articles/made/pandoc.html'), '?format=docx');
  expect(await until(another, ({ status }) => status !== 'reading')).toMatchObject({ status: 'failed' });
  expect(await room.instructor.json<UploadAnswer>('POST', path(another, '/retry'), {})).toMatchObject({
    status: 'reading',
  });
  const { preview } = await until(another, ({ status }) => status !== 'reading');
  expect(preview?.format).toBe('html');
});

it('stops where nobody waits for it any more', async () => {
  await startWorker();
  const { upload: of } = await upload(await pdf(400), '?name=long.pdf');
  await until(of, (it) => (it.progress?.done ?? 0) > 0);
  expect((await room.instructor.request('DELETE', path(of))).status).toBe(204);
  expect((await room.instructor.request('GET', path(of))).status).toBe(404);
  // Were it still read, the one place for reading would not be free for long.
  const { upload: next } = await upload(fixture('articles/made/pandoc.docx'), '?name=next.docx');
  expect(await until(next, ({ status }) => status !== 'reading')).toMatchObject({ status: 'ready' });
});

it('goes on where a worker was killed', async () => {
  await startWorker();
  const { upload: of } = await upload(await pdf(200), '?name=long.pdf');
  await until(of, (it) => (it.progress?.done ?? 0) > 0);
  await worker?.stop('SIGKILL');
  expect(await find(of)).toMatchObject({ status: 'reading' });
  await startWorker();
  expect(await until(of, ({ status }) => status !== 'reading')).toMatchObject({ status: 'ready' });
});
