/** Pictures in what people write: told by their bytes, bounded, and shown to members alone. */
import { deflateSync } from 'node:zlib';
import { v4 } from 'uuid';
import { AnnotationId, type Audience, asideWith, EVERYONE, onlyFor } from '#seminar';
import { enter, openClassRoom } from '../../../test/support/class-room.ts';
import { type GatewayProcess, startGateway } from '../../../test/support/gateway-process.ts';
import { Person, type RoomConnection } from '../../../test/support/protocol-client.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';

let database: TestDatabase;
let gateway: GatewayProcess;
beforeAll(async () => {
  database = await createTestDatabase();
  gateway = await startGateway(database.url, { PICTURE_MAX_BYTES: '2048', PICTURE_MAX_PIXELS: '1000' });
});
afterAll(async () => {
  await gateway.stop();
  await database.drop();
});

/** A PNG that says that it is so large, of one colour. */
function png(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    // Nobody who only looks for the size checks the sum.
    return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const beginning = Buffer.from('\u{89}PNG\r\n\u{1a}\n', 'latin1');
  return Buffer.concat([
    beginning,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(9))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

it('takes pictures alone, and none that are too large', async () => {
  const room = await openClassRoom(gateway.url, 2);
  const [, ben] = room.people;
  const path = `/api/seminars/${room.seminar}`;
  const send = async (bytes: Uint8Array | string, cookie = ben?.cookie ?? '') => {
    const response = await fetch(new URL(`${path}/pictures`, gateway.url), {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/octet-stream' },
      body: Buffer.from(bytes),
    });
    return { status: response.status, body: await response.json() };
  };
  const kept = await send(png(20, 10));
  expect(kept).toMatchObject({
    status: 200,
    body: { width: 20, height: 10, asset: expect.stringMatching(/^[0-9a-f]{64}$/) },
  });
  expect(await send('<svg xmlns="http://www.w3.org/2000/svg"/>')).toMatchObject({
    status: 415,
    body: { error: { code: 'picture/not-one' } },
  });
  expect(await send(png(20, 10).subarray(0, 12))).toMatchObject({ status: 415 });
  expect(await send(png(200, 10))).toMatchObject({ status: 413, body: { error: { code: 'picture/too-large' } } });
  expect(await send(Buffer.concat([png(2, 1), Buffer.alloc(4_000)]))).toMatchObject({ status: 413 });

  const shown = await ben?.request('GET', `${path}/assets/${kept.body.asset}`);
  expect(shown?.headers.get('content-type')).toBe('image/png');
  const stranger = new Person(gateway.url);
  await stranger.openSeminar('Another', 'Cleo');
  expect((await stranger.request('GET', `${path}/assets/${kept.body.asset}`)).status).toBe(403);
  expect((await send(png(20, 10), stranger.cookie)).status).toBe(403);
});

it('shows a picture to those who may read where it stands, and to nobody else', async () => {
  const room = await openClassRoom(gateway.url, 3);
  const [ada, ben, cleo] = room.people;
  const path = `/api/seminars/${room.seminar}`;
  const keep = async (who: Person | undefined, width: number) => {
    const response = await fetch(new URL(`${path}/pictures`, gateway.url), {
      method: 'POST',
      headers: { cookie: who?.cookie ?? '', 'content-type': 'application/octet-stream' },
      body: new Uint8Array(png(width, 10)),
    });
    return ((await response.json()) as { asset: string }).asset;
  };
  /** Who of the three sees it. */
  const seenBy = async (asset: string) => {
    const answers = await Promise.all([ada, ben, cleo].map((who) => who?.request('GET', `${path}/assets/${asset}`)));
    return ['Ada', 'Ben', 'Cleo'].filter((_, n) => answers[n]?.status === 200);
  };
  const connections = await enter(room);
  const [, asBen, asCleo] = connections;
  const ids = connections.map(({ member }) => member ?? fail());
  const say = (who: RoomConnection | undefined, asset: string, audience: Audience) =>
    who?.command(room.comment(AnnotationId.parse(v4()), `![a picture](asset:${asset})`), undefined, audience);

  const mine = await keep(ben, 11);
  expect(await seenBy(mine)).toEqual(['Ben']);
  // Cleo knows what it is called, and still can't have it shown to her.
  expect(await say(asCleo, mine, EVERYONE)).toMatchObject({ ok: false, error: { code: 'asset/gone' } });
  expect(await say(asBen, mine, onlyFor(ids[1] ?? fail()))).toMatchObject({ ok: true });
  expect(await seenBy(mine)).toEqual(['Ben']);
  const aside = await keep(ben, 12);
  expect(await say(asBen, aside, asideWith(ids[1] ?? fail()))).toMatchObject({ ok: true });
  expect(await seenBy(aside)).toEqual(['Ada', 'Ben']);
  // What was refused shows it to nobody.
  const refused = await keep(ben, 13);
  const tooLong = room.comment(AnnotationId.parse(v4()), `![a](asset:${refused}) ${'x'.repeat(100_000)}`);
  expect(await asBen?.command(tooLong)).toMatchObject({ ok: false });
  expect(await seenBy(refused)).toEqual(['Ben']);
  // What was private is open once it is said to all.
  expect(await say(asBen, mine, EVERYONE)).toMatchObject({ ok: true });
  expect(await seenBy(mine)).toEqual(['Ada', 'Ben', 'Cleo']);
  for (const connection of connections) connection.close();
});

const fail = () => {
  throw new Error('There is nobody');
};
