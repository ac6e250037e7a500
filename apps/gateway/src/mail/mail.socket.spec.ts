/** What people choose about their mails, by sign-in and by the links in a mail. */

import pg from 'pg';
import { v4, v7 } from 'uuid';
import { Mails } from '#mail';
import { PersonId, Tokens } from '#people';
import type { DigestAnswer, MailSettings } from '#protocol';
import { AnnotationId, EVERYONE } from '#seminar';
import { type ClassRoom, openClassRoom } from '../../../../test/support/class-room.ts';
import { type GatewayProcess, startGateway } from '../../../../test/support/gateway-process.ts';
import type { Person } from '../../../../test/support/protocol-client.ts';
import { createTestDatabase } from '../../../../test/support/test-database.ts';

const SECRET = 'a secret that is long enough for HS256';
const tokens = new Tokens(new TextEncoder().encode(SECRET));

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let gateway: GatewayProcess;
let room: ClassRoom;
let pool: pg.Pool;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.url, max: 2 });
  pool.on('error', () => undefined);
  gateway = await startGateway(database.url, { SESSION_SECRET: SECRET });
  room = await openClassRoom(gateway.url, 3);
});
afterAll(async () => {
  await gateway.stop();
  await pool.end();
  await database.drop();
});

/** The person in a session's cookie. */
function personOf({ cookie }: Person): PersonId {
  const [, payload = ''] = cookie.split('.');
  return PersonId.parse(JSON.parse(Buffer.from(payload, 'base64url').toString()).sub);
}
const participant = (): Person => room.people[1] ?? room.instructor;
const send = (path: string, init: RequestInit = {}) =>
  fetch(new URL(path, gateway.url), { redirect: 'manual', ...init });
const post = (path: string, body: unknown) =>
  send(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
const HOURS = { timeZone: 'Europe/Copenhagen', hour: 7, weekday: 5 };

it('shows everybody what their role can be told', async () => {
  const instructor = await room.instructor.json<MailSettings>('GET', '/api/me/mail');
  expect(instructor).toMatchObject({
    sends: false,
    mailbox: { address: null, timeZone: 'UTC', hour: 9, weekday: 1 },
    seminars: [{ frequencies: { class: 'weekly', 'to-me': 'daily', followed: 'never', rest: 'never' } }],
  });
  const { seminars } = await participant().json<MailSettings>('GET', '/api/me/mail');
  expect(seminars[0]?.frequencies).toEqual({ 'to-me': 'daily', followed: 'daily', rest: 'weekly' });
  expect((await send('/api/me/mail')).status).toBe(401);
});

it('takes their choice, of kinds that their role has', async () => {
  const chosen = await participant().json<MailSettings>('POST', `/api/seminars/${room.seminar}/mail`, {
    frequencies: { class: 'hourly', rest: 'never' },
  });
  expect(chosen.seminars[0]?.frequencies).toEqual({ 'to-me': 'daily', followed: 'daily', rest: 'never' });
  const set = await participant().json<MailSettings>('POST', '/api/me/mail', {
    ...HOURS,
    address: 'reader@example.org',
  });
  expect(set.mailbox).toEqual({ ...HOURS, address: 'reader@example.org', confirmed: false, stopped: null });
});

it.each([
  [{ ...HOURS, timeZone: 'Mars/Olympus', address: null }, 'mail/unknown-time-zone'],
  [{ ...HOURS, address: 'no address' }, 'request/malformed'],
  [{ ...HOURS, hour: 24, address: null }, 'request/malformed'],
])('refuses %o with %s', async (body, code) => {
  await expect(room.instructor.json('POST', '/api/me/mail', body)).rejects.toThrow(code);
});

it('opens the preferences by the link of a mail, without sign-in, and lets it change all but the address', async () => {
  const token = await tokens.mail({ person: personOf(participant()), seminar: room.seminar });
  const shown: MailSettings = await (await send(`/api/mail/${token}`)).json();
  expect(shown).toMatchObject({ seminars: [{ seminar: room.seminar }], sent: [] });
  const changed: MailSettings = await (
    await post(`/api/mail/${token}`, { ...HOURS, hour: 18, address: 'x@y.example' })
  ).json();
  expect(changed.mailbox).toMatchObject({ hour: 18, address: 'reader@example.org' });
  const path = `/api/mail/${token}/seminars/${room.seminar}`;
  const chosen: MailSettings = await (await post(path, { frequencies: { rest: 'daily' } })).json();
  expect(chosen.seminars[0]?.frequencies.rest).toBe('daily');
  const elsewhere = await post(`/api/mail/${token}/seminars/${v4()}`, { frequencies: { rest: 'daily' } });
  expect(elsewhere.status).toBe(403);
});

it('stops with one click of a mail program, and never because a link was looked at', async () => {
  const person = personOf(participant());
  const token = await tokens.mail({ person, seminar: room.seminar });
  const frequencies = async () => {
    const { seminars } = await participant().json<MailSettings>('GET', '/api/me/mail');
    return new Set(Object.values(seminars[0]?.frequencies ?? {}));
  };
  await send(`/mail/${token}/stop`);
  expect(await frequencies()).not.toEqual(new Set(['never']));
  const clicked = await send(`/mail/${token}/stop`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  });
  expect(clicked.status).toBe(204);
  expect(await frequencies()).toEqual(new Set(['never']));
});

it.each(['/api/mail/x.y.z', '/confirm/x.y.z'])('knows no link that it did not sign: %s', async (path) => {
  const answer = await send(path);
  expect(answer.status).toBe(404);
  expect(await answer.json()).toMatchObject({ error: { code: 'mail/invalid-link' } });
});

it('takes no session for a link out of a mail', async () => {
  expect((await send(`/api/mail/${await tokens.session(personOf(participant()), 1)}`)).status).toBe(404);
});

it('confirms an address by the link that was sent there, once it is still the one', async () => {
  const person = personOf(participant());
  const link = async (address: string) => `/confirm/${await tokens.address({ person, address }, 1)}`;
  expect((await send(await link('other@example.org'))).status).toBe(404);
  const confirmed = await send(await link('reader@example.org'));
  expect(confirmed.status).toBe(303);
  expect(confirmed.headers.get('location')).toMatch(/^\/mail\//);
  expect((await participant().json<MailSettings>('GET', '/api/me/mail')).mailbox.confirmed).toBe(true);
});

it('shows a mail to its reader alone, and lets it load nothing and run nothing', async () => {
  const id = v4();
  const parts = { subject: 'Of the class', html: '<p>Said<script>alert(1)</script></p>', text: 'Said', headers: {} };
  await new Mails(pool).add({
    ...parts,
    id,
    person: personOf(room.instructor),
    address: undefined,
    seminar: room.seminar,
  });
  const page = await send(`/mails/${id}`, { headers: { cookie: room.instructor.cookie } });
  expect(page.status).toBe(200);
  expect(page.headers.get('content-security-policy')).toMatch(
    /^default-src 'none'; style-src 'unsafe-inline'; sandbox /,
  );
  expect((await send(`/mails/${id}`, { headers: { cookie: participant().cookie } })).status).toBe(404);
  expect((await send(`/mails/${id}`)).status).toBe(401);
  const { sent } = await room.instructor.json<MailSettings>('GET', '/api/me/mail');
  expect(sent).toMatchObject([{ id, subject: 'Of the class', status: 'outbox' }]);
});

it('previews the digest as it would be this moment, for members', async () => {
  const digest = () => room.instructor.json<DigestAnswer>('GET', `/api/seminars/${room.seminar}/digest`);
  expect(await digest()).toEqual({ subject: null, text: '' });
  const command = room.comment(AnnotationId.parse(v4()), 'What is an empty margin?');
  const to = { id: v7(), seminar: room.seminar, audience: EVERYONE };
  await participant().json('POST', `/api/seminars/${room.seminar}/commands`, { ...to, ...command });
  expect((await digest()).text).toContain('1 new contribution by 1 of 2 people');
  const page = await send(`/mails/preview/${room.seminar}?days=1`, { headers: { cookie: room.instructor.cookie } });
  expect(await page.text()).toContain('1 new contribution by 1 of 2 people');
});
