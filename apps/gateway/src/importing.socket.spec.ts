/** A Word file on its way into a seminar: uploaded, looked at, mended, published, revised. */
import { readFileSync } from 'node:fs';
import { v4, v7 } from 'uuid';
import type { Article } from '#article';
import { createPool } from '#platform';
import type { ImportAnswer, UploadAnswer, UploadsAnswer } from '#protocol';
import type { RecordedEvent } from '#seminar';
import { type ClassRoom, openClassRoom } from '../../../test/support/class-room.ts';
import { type GatewayProcess, startGateway } from '../../../test/support/gateway-process.ts';
import type { Person } from '../../../test/support/protocol-client.ts';
import { createTestDatabase } from '../../../test/support/test-database.ts';

const file = readFileSync(new URL('../../../test/fixtures/articles/made/pandoc.docx', import.meta.url));

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let gateway: GatewayProcess;
let room: ClassRoom;
beforeAll(async () => {
  database = await createTestDatabase();
  gateway = await startGateway(database.url, { IMPORT_MAX_BYTES: 200_000, ARCHIVE_MAX_BYTES: 1_000_000 });
  room = await openClassRoom(gateway.url, 2);
});
afterAll(async () => {
  await gateway.stop();
  await database.drop();
});

function upload(person: Person, bytes: Uint8Array<ArrayBuffer>, query = ''): Promise<Response> {
  return fetch(new URL(`/api/seminars/${room.seminar}/uploads${query}`, gateway.url), {
    method: 'POST',
    headers: { cookie: person.cookie, 'content-type': 'application/octet-stream' },
    body: bytes,
  });
}
const codeOf = async (response: Response) => [response.status, (await response.json()).error?.code];
/** What was read from a file, at once. */
async function uploaded(person: Person, bytes: Uint8Array<ArrayBuffer>, query = '') {
  const answer: UploadAnswer = await (await upload(person, bytes, query)).json();
  if (!answer.preview) throw new Error('It was not read');
  return { ...answer, ...answer.preview };
}
const get = (person: Person, hash: string) => person.request('GET', `/api/seminars/${room.seminar}/assets/${hash}`);
const publish = (article: string, version: number, document: Article, of?: string) =>
  room.instructor.json<ImportAnswer>('POST', `/api/seminars/${room.seminar}/articles`, {
    ...{ command: v7(), article, version, document, upload: of },
  });
const path = (of: string, more = '') => `/api/seminars/${room.seminar}/uploads/${of}${more}`;
const listed = async (person: Person) =>
  (await person.json<UploadsAnswer>('GET', `/api/seminars/${room.seminar}/uploads`)).uploads;

/** The document of the newest import. */
async function published(): Promise<Article> {
  const path = `/api/seminars/${room.seminar}/events`;
  const { events } = await room.instructor.json<{ events: RecordedEvent[] }>('GET', path);
  const last = events.findLast((event) => event.type === 'article.imported');
  if (last?.type !== 'article.imported') throw new Error('Nothing was imported');
  return last.data.document;
}

it('is read, shown with its pictures, published, and kept', async () => {
  const { document, format } = await uploaded(room.instructor, new Uint8Array(file), '?name=ferry.docx');
  expect([format, document.title]).toEqual(['docx', 'The ferry that kept no timetable']);

  const article = v4();
  await publish(article, 1, document);
  expect((await published()).original).toEqual({ asset: document.original?.asset, name: 'ferry.docx' });

  const figure = document.sections.flatMap(({ blocks }) => blocks).find(({ type }) => type === 'figure');
  if (figure?.type !== 'figure' || !figure.image || !document.original) throw new Error('A figure and the file');
  const [, member] = room.people;
  if (!member) throw new Error('A member');
  const picture = await get(member, figure.image.asset);
  expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png']);
  expect(picture.headers.get('content-security-policy')).toContain('sandbox');
  const original = await get(member, document.original.asset);
  expect(Buffer.from(await original.arrayBuffer()).equals(file)).toBe(true);
  expect(original.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''ferry.docx");
});

it('keeps the ids of what stayed when a revised version comes', async () => {
  const article = v4();
  const texts = [
    'A margin is a place to answer back, as all of us know by now.',
    'Nobody reads alone in a library book.',
  ];
  const send = (version: number, source: string) =>
    room.instructor.json<ImportAnswer>('POST', `/api/seminars/${room.seminar}/articles`, {
      ...{ command: v7(), article, version, source },
    });
  await send(1, `# T\n\n## Part\n\n${texts.join('\n\n')}\n`);
  const before = await published();
  await send(2, `# T\n\n## Part\n\nNew words.\n\n${texts.join('\n\n').replace('all of us', 'everybody')}\n`);
  const ids = ({ sections }: Article) => sections.flatMap(({ blocks }) => blocks.map(({ id }) => id));
  expect(ids(await published()).slice(1)).toEqual(ids(before));
});

it('is for instructors to bring and for members to see', async () => {
  const [, member] = room.people;
  if (!member) throw new Error('A member');
  expect(await codeOf(await upload(member, new Uint8Array(file)))).toEqual([403, 'policy/not-allowed']);
  const stranger = await openClassRoom(gateway.url, 1);
  const { document } = await uploaded(room.instructor, new Uint8Array(file));
  const hash = document.original?.asset ?? '';
  expect(await codeOf(await get(stranger.instructor, hash))).toEqual([403, 'policy/not-a-member']);
  expect(await codeOf(await get(member, 'f'.repeat(64)))).toEqual([404, 'asset/unknown']);
});

it('is refused in a sentence where it can’t be read', async () => {
  const damaged = await upload(room.instructor, new Uint8Array(file.subarray(0, 5_000)));
  expect(await codeOf(damaged)).toEqual([422, 'article/damaged']);
  const large = await upload(room.instructor, new Uint8Array(300_000));
  expect(await codeOf(large)).toEqual([413, 'request/too-large']);
  const forced = await upload(room.instructor, new Uint8Array(file), '?format=jats');
  expect((await codeOf(forced))[0]).toBe(422);
  const both = await room.instructor.request('POST', `/api/seminars/${room.seminar}/articles`, {
    ...{ command: v7(), article: v4(), version: 1 },
  });
  expect(await codeOf(both)).toEqual([400, 'request/malformed']);
});

it('is kept as it was mended until it is published, for whoever brought it and nobody else', async () => {
  const { upload: of, document } = await uploaded(room.instructor, new Uint8Array(file), '?name=ferry.docx');
  const mendings = [{ type: 'title', title: 'Mended' }];
  expect((await room.instructor.request('POST', path(of, '/mendings'), { mendings })).status).toBe(204);
  expect(await room.instructor.json<UploadAnswer>('GET', path(of))).toMatchObject({ status: 'ready', mendings });
  expect(await listed(room.instructor)).toContainEqual(expect.objectContaining({ upload: of, title: document.title }));

  const [, member] = room.people;
  if (!member) throw new Error('A member');
  expect(await codeOf(await member.request('GET', path(of)))).toEqual([404, 'upload/unknown']);
  expect(await codeOf(await member.request('DELETE', path(of)))).toEqual([404, 'upload/unknown']);
  expect(await listed(member)).toEqual([]);

  await publish(v4(), 1, document, of);
  expect(await codeOf(await room.instructor.request('GET', path(of)))).toEqual([404, 'upload/unknown']);
});

it('is refused with a picture that is not kept here', async () => {
  const { document } = await uploaded(room.instructor, new Uint8Array(file));
  const elsewhere = { ...document, original: { asset: 'a'.repeat(64), name: 'x' } };
  const response = await room.instructor.request('POST', `/api/seminars/${room.seminar}/articles`, {
    ...{ command: v7(), article: v4(), version: 1, document: elsewhere },
  });
  expect(await codeOf(response)).toEqual([409, 'asset/gone']);
});

it('keeps nothing for good of a publishing that is refused, and all of one that is not', async () => {
  const { document } = await uploaded(
    room.instructor,
    new TextEncoder().encode('# Refused\n\nWords of it.\n'),
    '?name=r.md',
  );
  const pool = createPool(database.url, 1, { name: 'catena test', onError: () => undefined });
  const isKept = async () => {
    const { rows } = await pool.query('SELECT published FROM asset WHERE hash = $1', [document.original?.asset]);
    return rows;
  };
  const [, member] = room.people;
  const body = { command: v7(), article: v4(), version: 1, document };
  const refused = await member?.request('POST', `/api/seminars/${room.seminar}/articles`, body);
  expect(refused?.status).toBe(403);
  expect(await isKept()).toEqual([{ published: false }]);
  await publish(body.article, 1, document);
  expect(await isKept()).toEqual([{ published: true }]);
  expect((await pool.query('SELECT FROM asset_claim')).rowCount).toBe(0);
  await pool.end();
});
