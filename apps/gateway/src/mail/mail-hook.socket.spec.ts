/** Mail, bounces and complaints that are brought over HTTP. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { v4, v7 } from 'uuid';
import { Mailboxes, Mails, SignedAddresses } from '#mail';
import { PersonId } from '#people';
import { AnnotationId, EVERYONE, MemberId } from '#seminar';
import { plain } from '../../../../libs/mail/src/inbound/testing/mails.ts';
import { type ClassRoom, openClassRoom } from '../../../../test/support/class-room.ts';
import { type GatewayProcess, startGateway } from '../../../../test/support/gateway-process.ts';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/test-database.ts';

const SECRET = 'a secret that is long enough for HS256';
const HOOK_SECRET = 'what the mail server knows';
const DOMAIN = 'in.catena.example';
const READER = 'reader@reader.example';
const addresses = new SignedAddresses(new TextEncoder().encode(SECRET), DOMAIN);

let database: TestDatabase;
let pool: pg.Pool;
let gateway: GatewayProcess;
let room: ClassRoom;
let person: PersonId;
let mail: string;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.url, max: 2 });
  gateway = await startGateway(database.url, {
    ...{ SESSION_SECRET: SECRET, MAIL_HOOK_SECRET: HOOK_SECRET, INBOUND_DOMAIN: DOMAIN, INBOUND_MAX_BYTES: 50_000 },
  });
  room = await openClassRoom(gateway.url, 2);
});
afterAll(async () => {
  await gateway.stop();
  await pool.end();
  await database.drop();
});

beforeEach(async () => {
  const annotation = AnnotationId.parse(v4());
  await room.instructor.json('POST', `/api/seminars/${room.seminar}/commands`, {
    ...{ id: v7(), seminar: room.seminar, audience: EVERYONE },
    ...room.comment(annotation),
  });
  const { rows } = await pool.query('SELECT person_id, member_id FROM member WHERE name = $1', ['Reader 1']);
  person = PersonId.parse(rows[0]?.person_id);
  const mailboxes = new Mailboxes(pool);
  await mailboxes.write(person, { address: READER, timeZone: 'UTC', hour: 9, weekday: 1 });
  await mailboxes.confirm(person, READER);
  mail = randomUUID();
  await new Mails(pool).add({
    ...{ id: mail, person, address: READER, seminar: room.seminar, subject: '', html: '', text: '', headers: {} },
    answers: { member: MemberId.parse(rows[0]?.member_id), annotation },
  });
});

const bring = (path: string, type: string, body: string, secret = HOOK_SECRET) =>
  fetch(new URL(path, gateway.url), {
    method: 'POST',
    headers: { 'content-type': type, 'x-catena-secret': secret },
    body,
  });
const bringMail = (body: Buffer, secret?: string) =>
  bring('/api/mail/incoming', 'message/rfc822', body.toString(), secret);
const report = (body: object) => bring('/api/mail/reports', 'application/json', JSON.stringify(body));

it('posts a reply that is brought, once', async () => {
  const raw = plain({ to: addresses.reply(mail), from: READER, text: 'By the hook, it is.' });
  const count = async () =>
    (await pool.query(`SELECT count(*)::int AS n FROM event WHERE type = 'annotation.created'`)).rows[0]?.n;
  const before = await count();
  for (let n = 0; n < 2; n++) {
    const response = await bringMail(raw);
    expect([response.status, await response.json()]).toEqual([200, { became: 'posted' }]);
  }
  expect(await count()).toBe(before + 1);
});

it('takes nothing from who does not know the secret', async () => {
  const raw = plain({ to: addresses.reply(mail), from: READER, text: 'It is.' });
  const response = await bringMail(raw, 'a guess');
  expect(response.status).toBe(401);
  expect(await response.json()).toMatchObject({ error: { code: 'mail/wrong-secret' } });
});

it('takes no mail that is too large, and nothing that is no mail', async () => {
  const raw = plain({ to: addresses.reply(mail), from: READER, text: 'It is. '.repeat(10_000) });
  expect((await bringMail(raw)).status).toBe(413);
  expect((await bring('/api/mail/incoming', 'application/json', '{}')).status).toBe(400);
});

it('stops the mails to an address that is reported, unless it is for now', async () => {
  const stopped = async () => (await new Mailboxes(pool).of(person)).stopped;
  expect(await (await report({ type: 'bounce', address: READER, permanent: false })).json()).toEqual({
    became: 'ignored',
  });
  expect(await stopped()).toBeUndefined();
  expect(await (await report({ type: 'bounce', address: READER.toUpperCase() })).json()).toEqual({ became: 'stopped' });
  expect(await stopped()).toBe('bounce');
  await report({ type: 'complaint', address: READER });
  expect(await stopped()).toBe('complaint');
  expect((await report({ type: 'praise', address: READER })).status).toBe(400);
});
