import { randomUUID } from 'node:crypto';
import { createTransport } from 'nodemailer';
import type pg from 'pg';
import { People, type PersonId } from '#people';
import { freePort } from '#platform';
import { type AnnotationId, EVERYONE, type MemberId, type Role, type SeminarId } from '#seminar';
import { aLog, annotationId, command, comment, type TestLog } from '../../../log/src/testing/a-log.ts';
import { mailSite } from '../mail-site.ts';
import { Mailboxes } from '../mailboxes.ts';
import { Mails } from '../mails.ts';
import { SignedAddresses } from '../signed-addresses.ts';
import { InboundSmtp } from './inbound-smtp.ts';
import { Receiving } from './receiving.ts';
import { arf, attached, autoReply, dsn, htmlOnly, plain } from './testing/mails.ts';

const BEN = 'ben@reader.example';
const site = mailSite({ PUBLIC_URL: 'https://catena.example', INBOUND_DOMAIN: 'in.catena.example' });
const addresses = new SignedAddresses(Buffer.from('a secret of the specs, long enough'), 'in.catena.example');

let test: TestLog;
const closing: (() => Promise<unknown>)[] = [];
beforeEach(async () => {
  test = await aLog();
});
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
  await test.close();
});

const inboundSettings = (port: number) => ({
  ...{ INBOUND_SMTP_PORT: port, INBOUND_SMTP_HOST: '127.0.0.1', INBOUND_CONNECTIONS: 5, INBOUND_MAX_BYTES: 20_000 },
  domain: 'catena.example',
});

interface Scene {
  receiving: Receiving;
  pool: pg.Pool;
  person: PersonId;
  /** The mail that Ben was sent about Ada's comment. */
  mail: string;
  seminar: SeminarId;
  question: AnnotationId;
  replies(): Promise<{ body: string; author: MemberId }[]>;
  notices(): Promise<{ subject: string; text: string; headers: Record<string, string>; address: string | null }[]>;
  stopped(): Promise<string | undefined>;
}

async function aScene({
  role = 'participant',
  perDay = 50,
  answerable = true,
}: {
  role?: Role;
  perDay?: number;
  answerable?: boolean;
} = {}): Promise<Scene> {
  const log = await test.gateway();
  const { pool } = log;
  const seminar = await test.open(log);
  const question = annotationId();
  await log.seminars.handle(seminar, command(test.ada, comment(question, 'Is a margin a place?')));
  const person = People.newId();
  const ben = await new People(pool).becomeMember(seminar, person, 'Ben Fictus');
  await log.seminars.handle(seminar, command(ben, { type: 'seminar.join', data: { role } }));
  const mailboxes = new Mailboxes(pool);
  await mailboxes.write(person, { address: BEN, timeZone: 'UTC', hour: 9, weekday: 1 });
  await mailboxes.confirm(person, BEN);
  const mails = new Mails(pool);
  const mail = randomUUID();
  await mails.add({
    ...{ id: mail, person, address: BEN, seminar, subject: 'A comment', html: '', text: '', headers: {} },
    answers: answerable ? { member: ben, annotation: question } : undefined,
  });
  const receiving = new Receiving({
    ...{ mails, mailboxes, seminars: log.seminars, addresses, site },
    settings: {
      PUBLIC_URL: 'https://catena.example',
      MAILS_PER_PERSON_PER_DAY: perDay,
      SMTP_URL: 'smtp://mail.example',
    },
  });
  return {
    ...{ receiving, pool, person, mail, seminar, question },
    async replies() {
      const { state, contents } = await log.snapshots.newest({ seminar, audience: EVERYONE });
      return [...state.annotations.values()]
        .filter(({ depth }) => depth > 0)
        .map(({ id, author }) => ({ body: contents.words.get(id)?.body ?? '', author }));
    },
    async notices() {
      const { rows } = await pool.query('SELECT subject, text, headers, address FROM mail WHERE id <> $1', [mail]);
      return rows;
    },
    stopped: async () => (await mailboxes.of(person)).stopped,
  };
}

it('posts a reply as whom the mail was for, under what it is about', async () => {
  const scene = await aScene();
  const to = addresses.reply(scene.mail);
  expect(
    await scene.receiving.receive(plain({ to, from: BEN, text: 'It is — für mich.\n\n> Is a margin a place?\n' })),
  ).toBe('posted');
  const [reply] = await scene.replies();
  expect(reply?.body).toBe('It is — für mich.');
  expect(reply?.author).toBe(await new People(scene.pool).memberOf(scene.seminar, scene.person));
  expect(await scene.notices()).toEqual([]);
});

it('posts a mail that comes twice, and at the same time, once', async () => {
  const scene = await aScene();
  const raw = plain({ to: addresses.reply(scene.mail), from: BEN, text: 'It is.' });
  await Promise.all([scene.receiving.receive(raw), scene.receiving.receive(raw)]);
  expect(await scene.receiving.receive(raw)).toBe('posted');
  expect(await scene.replies()).toHaveLength(1);
});

it('posts two replies to one mail', async () => {
  const scene = await aScene();
  const to = addresses.reply(scene.mail);
  await scene.receiving.receive(plain({ to, from: BEN, text: 'It is.', id: 'one' }));
  await scene.receiving.receive(plain({ to, from: BEN, text: 'Or rather, it was.', id: 'two' }));
  expect((await scene.replies()).map(({ body }) => body).sort()).toEqual(['It is.', 'Or rather, it was.']);
});

it('reads what is in HTML only, without what it quotes', async () => {
  const scene = await aScene();
  await scene.receiving.receive(htmlOnly({ to: addresses.reply(scene.mail), from: BEN }));
  expect((await scene.replies())[0]?.body).toBe('It is a place,\nand a narrow one.');
});

it('reads lines that flow (RFC 3676) as paragraphs', async () => {
  const scene = await aScene();
  const text = 'A margin is \nnarrow.\n\n> Is it?\n';
  await scene.receiving.receive(plain({ to: addresses.reply(scene.mail), from: BEN, text, flowed: true }));
  expect((await scene.replies())[0]?.body).toBe('A margin is narrow.');
});

it('posts the words of a mail with an attachment, and says that it was left out', async () => {
  const scene = await aScene();
  expect(await scene.receiving.receive(attached({ to: addresses.reply(scene.mail), from: BEN }))).toBe('posted');
  expect((await scene.replies())[0]?.body).toBe('See the picture.');
  const [notice] = await scene.notices();
  expect(notice).toMatchObject({ subject: 'Your reply was posted without its attachment', address: BEN });
  expect(notice?.headers).toMatchObject({
    'Auto-Submitted': 'auto-replied',
    'In-Reply-To': '<attached@reader.example>',
  });
});

it('does not take a reply from another address, and tells the owner of the right one, not the writer', async () => {
  const scene = await aScene();
  const raw = plain({ to: addresses.reply(scene.mail), from: 'mallory@elsewhere.example', text: 'I am Ben.' });
  expect(await scene.receiving.receive(raw)).toBe('refused');
  expect(await scene.replies()).toEqual([]);
  expect(await scene.notices()).toMatchObject([{ subject: 'Your reply was not posted', address: BEN }]);
});

it.each([
  ['nothing was written', { text: '> Is a margin a place?\n' }, {}, 'nothing written'],
  ['it is too long', { text: 'A margin. '.repeat(3_000) }, {}, 'longer than this server takes'],
  ['the role does not allow it', { text: 'It is.' }, { role: 'observer' as const }, 'Your role'],
  ['the mail takes no reply', { text: 'It is.' }, { answerable: false }, 'takes no reply'],
])('tells its writer why where %s, once', async (_, words, setting, reason) => {
  const scene = await aScene(setting);
  const raw = plain({ to: addresses.reply(scene.mail), from: BEN, ...words });
  expect(await scene.receiving.receive(raw)).toBe('refused');
  await scene.receiving.receive(raw);
  const notices = await scene.notices();
  expect(notices).toHaveLength(1);
  expect(notices[0]?.text.replace(/\s+/g, ' ')).toContain(reason);
  expect(notices[0]?.headers).not.toHaveProperty('List-Unsubscribe');
  expect(await scene.replies()).toEqual([]);
});

it('makes no more notices than mails are allowed for a person', async () => {
  const scene = await aScene({ perDay: 3 });
  const to = addresses.reply(scene.mail);
  for (let n = 0; n < 5; n++) await scene.receiving.receive(plain({ to, from: BEN, text: '', id: `${n}` }));
  expect(await scene.notices()).toHaveLength(2);
});

it('lets what no person wrote go by without an answer', async () => {
  const scene = await aScene();
  const to = addresses.reply(scene.mail);
  for (const header of ['Auto-Submitted: auto-replied', 'Precedence: bulk', 'X-Autoreply: yes', 'X-Autorespond: yes']) {
    expect(await scene.receiving.receive(autoReply({ to, from: BEN, header }))).toBe('ignored');
  }
  expect(await scene.replies()).toEqual([]);
  expect(await scene.notices()).toEqual([]);
});

it('lets go by what nobody signed', async () => {
  const scene = await aScene();
  const forged = addresses.reply(scene.mail).replace(/\+(.)/, (_, first) => `+${first === 'a' ? 'b' : 'a'}`);
  expect(await scene.receiving.receive(plain({ to: forged, from: BEN, text: 'It is.' }))).toBe('ignored');
  expect(await scene.receiving.receive(plain({ to: 'staff@in.catena.example', from: BEN, text: 'Hello.' }))).toBe(
    'ignored',
  );
});

it('stops the mails where a server says that there is nobody', async () => {
  const scene = await aScene();
  const raw = dsn({ to: addresses.bounce(scene.mail), action: 'failed', status: '5.1.1' });
  expect(await scene.receiving.receive(raw)).toBe('stopped');
  expect(await scene.stopped()).toBe('bounce');
});

it.each([
  ['delayed', '4.4.1'],
  ['failed', '4.4.7'],
  ['delivered', '2.0.0'],
])('does not stop them where a mail was %s (%s)', async (action, status) => {
  const scene = await aScene();
  expect(await scene.receiving.receive(dsn({ to: addresses.bounce(scene.mail), action, status }))).toBe('ignored');
  expect(await scene.stopped()).toBeUndefined();
});

it('believes no bounce at an address that it did not make', async () => {
  const scene = await aScene();
  const raw = dsn({ to: 'bounce+aaaa@in.catena.example', action: 'failed', status: '5.1.1' });
  expect(await scene.receiving.receive(raw)).toBe('ignored');
  expect(await scene.stopped()).toBeUndefined();
});

it('stops the mails of a reader who calls them spam, by the mail that comes back', async () => {
  const scene = await aScene();
  const to = 'complaints@in.catena.example';
  expect(await scene.receiving.receive(arf({ to, messageId: `<${randomUUID()}@catena.example>` }))).toBe('ignored');
  expect(await scene.stopped()).toBeUndefined();
  expect(await scene.receiving.receive(arf({ to, messageId: `<${scene.mail}@catena.example>` }))).toBe('stopped');
  expect(await scene.stopped()).toBe('complaint');
});

it('takes mail by SMTP for its own addresses, and no larger than is set', async () => {
  const scene = await aScene();
  const failures: unknown[] = [];
  const port = await freePort();
  const settings = inboundSettings(port);
  const server = new InboundSmtp(scene.receiving, settings, (failure) => failures.push(failure));
  await server.listen();
  closing.push(() => server.close());
  const client = createTransport({ host: '127.0.0.1', port, ignoreTLS: true });
  const to = addresses.reply(scene.mail);
  const send = (recipient: string, raw: Buffer) => client.sendMail({ envelope: { from: BEN, to: [recipient] }, raw });
  await send(to, plain({ to, from: BEN, text: 'By SMTP, it is.' }));
  expect((await scene.replies())[0]?.body).toBe('By SMTP, it is.');
  await expect(send('somebody@else.example', plain({ to, from: BEN, text: 'Pass it on.' }))).rejects.toMatchObject({
    responseCode: 550,
  });
  await expect(send(to, plain({ to, from: BEN, text: 'A margin. '.repeat(3_000) }))).rejects.toMatchObject({
    permanent: true,
  });
  expect(failures).toEqual([]);
});

it('asks for a mail again where the database is out of reach', async () => {
  const scene = await aScene();
  const port = await freePort();
  const settings = inboundSettings(port);
  const server = new InboundSmtp(scene.receiving, settings, () => undefined);
  await server.listen();
  closing.push(() => server.close());
  const to = addresses.reply(scene.mail);
  await scene.pool.query('ALTER TABLE mail RENAME TO mail_away');
  const client = createTransport({ host: '127.0.0.1', port, ignoreTLS: true });
  const send = () =>
    client.sendMail({ envelope: { from: BEN, to: [to] }, raw: plain({ to, from: BEN, text: 'It is.' }) });
  await expect(send()).rejects.toMatchObject({ responseCode: 451 });
  await scene.pool.query('ALTER TABLE mail_away RENAME TO mail');
  await send();
  expect(await scene.replies()).toHaveLength(1);
});
