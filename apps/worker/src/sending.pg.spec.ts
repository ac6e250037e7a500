import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { simpleParser } from 'mailparser';
import pg from 'pg';
import { pino } from 'pino';
import {
  composeMessage,
  createSendQueue,
  Mailboxes,
  type MailDocument,
  Mails,
  MailTransport,
  mailSite,
  type NewMail,
  SignedAddresses,
} from '#mail';
import { People, PersonId } from '#people';
import { SeminarId } from '#seminar';
import { type MailCatcher, startMailCatcher } from '../../../test/support/mail-catcher.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { hasRedis, startRedis, type TestRedis } from '../../../test/support/test-redis.ts';
import { Sending } from './sending.ts';

const SEMINAR = SeminarId.parse('00000000-0000-4000-8000-000000000001');
const ADDRESS = 'dora@reader.example';
const site = mailSite({ PUBLIC_URL: 'https://catena.example', INBOUND_DOMAIN: 'in.catena.example' });
const addresses = new SignedAddresses(Buffer.from('a secret of the specs, long enough'), 'in.catena.example');

const document: MailDocument = {
  language: 'de',
  subject:
    'Ränder: 3 Fragen ohne Antwort — und eine Überschrift, die so lang ist, daß sie in keine einzige Zeile eines Kopfes paßt',
  eyebrow: 'Über Ränder · Woche 2',
  headline: 'Drei Fragen sind offen',
  lead: 'Was die Klasse diese Woche schrieb.',
  blocks: [
    { kind: 'quote', text: 'Ein Rand ist ein Ort, um zu antworten.' },
    {
      kind: 'text',
      runs: ['Dora fragt: ', { kind: 'link', text: 'Wozu Ränder?', href: 'https://catena.example/s/1#a' }],
    },
    { kind: 'heat', parts: [{ title: 'Ränder', width: 1, heat: 4 }] },
  ],
  footer: ['Wöchentlich.'],
};

let database: TestDatabase;
let pool: pg.Pool;
let catcher: MailCatcher;
const closing: (() => Promise<unknown>)[] = [];
beforeEach(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.url, max: 5 });
  pool.on('error', () => undefined);
  catcher = await startMailCatcher({ slow: 30 });
});
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
  await catcher.stop();
  await pool.end();
  await database.drop();
});

async function aReader({ confirmed = true } = {}): Promise<PersonId> {
  const person = People.newId();
  await new People(pool).becomeMember(SEMINAR, person, 'Dora Examplaria');
  const mailboxes = new Mailboxes(pool);
  await mailboxes.write(person, { address: ADDRESS, timeZone: 'UTC', hour: 9, weekday: 1 });
  if (confirmed) await mailboxes.confirm(person, ADDRESS);
  return person;
}

async function aMail(person: PersonId, more: Partial<NewMail> = {}): Promise<NewMail> {
  const id = randomUUID();
  const message = await composeMessage(document, {
    ...{ id, domain: site.domain, conversation: `${SEMINAR}` },
    list: { id: SEMINAR, title: 'Über Ränder' },
    unsubscribe: 'https://catena.example/mail/stop/abc',
    replyTo: addresses.reply(id),
  });
  const mail: NewMail = { ...message, id, person, address: ADDRESS, seminar: SEMINAR, ...more };
  await new Mails(pool).add(mail);
  return mail;
}

async function aWorker({
  queueUrl = database.url,
  smtpUrl = catcher.url,
  retry = 20,
  sweep = 3_600_000,
  silence = 2_000,
} = {}) {
  const settings = {
    ...{ QUEUE_URL: queueUrl, POOL_SIZE: 3, SWEEP_INTERVAL_MS: sweep },
    ...{ JOB_ATTEMPTS: 3, JOB_BACKOFF_MS: 20, DEAD_LETTER_DAYS: 1, DEAD_LETTERS_MAX: 10 },
    ...{ SMTP_URL: smtpUrl, MAIL_CONNECTIONS: 3, MAIL_TIMEOUT_MS: silence, MAIL_ATTEMPTS: 3, MAIL_RETRY_MS: retry },
  };
  const queue = createSendQueue(settings);
  const sending = new Sending({
    ...{ mails: new Mails(pool), mailboxes: new Mailboxes(pool), queue, site, addresses, settings },
    transport: new MailTransport(settings),
    logger: pino({ level: 'silent' }),
  });
  await sending.onApplicationBootstrap();
  closing.push(() => queue.close());
  let running = true;
  const stop = async () => {
    if (running) await sending.onApplicationShutdown();
    running = false;
  };
  closing.push(stop);
  return { sending, queue, stop };
}

async function untilStatus(id: string, ...wanted: string[]): Promise<{ status: string; error: string | null }> {
  for (const end = Date.now() + 60_000; ; await sleep(20)) {
    const { rows } = await pool.query('SELECT status, error FROM mail WHERE id = $1', [id]);
    if (wanted.includes(rows[0]?.status)) return rows[0];
    if (Date.now() > end) throw new Error(`the mail is ${rows[0]?.status} (${rows[0]?.error})`);
  }
}

function sends(queueUrl: () => string | undefined) {
  const worker = (more: Parameters<typeof aWorker>[0] = {}) => {
    const url = queueUrl();
    return aWorker(url === undefined ? more : { queueUrl: url, ...more });
  };

  it('tries again what is refused for now, and sends it once', async () => {
    const mail = await aMail(await aReader());
    catcher.atRecipient.push({ code: 451, text: '4.3.0 Try again later' });
    catcher.atMessage.push({ code: 452, text: '4.2.2 Over quota' });
    await worker();
    await untilStatus(mail.id, 'sent');
    expect(catcher.tries()).toBe(3);
    expect(catcher.mails).toHaveLength(1);
  });

  it('sends each mail once, though two workers are told of it again and again', async () => {
    const person = await aReader();
    const mails = await Promise.all(Array.from({ length: 12 }, () => aMail(person)));
    const workers = await Promise.all([worker({ sweep: 20 }), worker({ sweep: 20 })]);
    const ids = mails.map(({ id }) => id);
    for (let n = 0; n < 5; n++) for (const { sending } of workers) await sending.consider(ids);
    for (const { id } of mails) await untilStatus(id, 'sent');
    await sleep(200);
    expect(catcher.mails.map(({ mail }) => mail.messageId).sort()).toEqual(
      mails.map(({ id }) => `<${id}@catena.example>`).sort(),
    );
  });

  it('gives up on what is refused for now too often, and keeps it for an operator to run again', async () => {
    const mail = await aMail(await aReader());
    catcher.atRecipient.push(...Array.from({ length: 3 }, () => ({ code: 450, text: '4.2.0 Not now' })));
    const { queue } = await worker();
    expect((await untilStatus(mail.id, 'failed')).error).toContain('4.2.0 Not now');
    const failed = await untilFailed(queue);
    await failed.retry();
    await untilStatus(mail.id, 'sent');
    expect(catcher.mails).toHaveLength(1);
  });
}

async function untilFailed(queue: Awaited<ReturnType<typeof aWorker>>['queue']) {
  for (;;) {
    const [job] = await queue.getFailed();
    if (job) return job;
    await sleep(20);
  }
}

describe('sending, with its queue on Postgres', () => sends(() => undefined));

(hasRedis ? describe : describe.skip)('sending, with its queue on Redis', () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());
  sends(() => redis.url);
});

it('sends plain text and HTML, with the headers as they are stored', async () => {
  const mail = await aMail(await aReader());
  await aWorker();
  await untilStatus(mail.id, 'sent');
  const [caught] = catcher.mails;
  expect(caught).toMatchObject({ sender: addresses.bounce(mail.id), recipient: ADDRESS });
  expect(caught?.mail).toMatchObject({
    ...{ subject: document.subject, text: mail.text, messageId: `<${mail.id}@catena.example>` },
    from: { text: '"Catena" <catena@catena.example>' },
    to: { text: ADDRESS },
    inReplyTo: mail.headers['In-Reply-To'],
  });
  expect(caught?.mail.html).toBe(mail.html);
  expect(caught?.mail.attachments).toEqual([]);
  const header = (name: string) =>
    caught?.mail.headerLines.find(({ key }) => key === name)?.line.replace(/\r?\n\s+/g, ' ');
  for (const [name, value] of Object.entries(mail.headers)) {
    if (name !== 'List-Id') expect(header(name.toLowerCase())).toBe(`${name}: ${value}`);
  }
  const [, title, list] = /^List-Id:\s+(.*)\s<(.*)>\s*$/is.exec(header('list-id') ?? '') ?? [];
  expect((await simpleParser(`Subject: ${title}\r\n\r\n`)).subject).toBe('Über Ränder');
  expect(list).toBe(`${SEMINAR}.catena.example`);
});

it('keeps to the bounds of mail: ASCII, short lines, no remote image, no more than mail clients show', async () => {
  const mail = await aMail(await aReader());
  await aWorker();
  await untilStatus(mail.id, 'sent');
  const raw = catcher.mails[0]?.raw.toString('latin1') ?? '';
  expect(raw).toMatch(/^[\s!-~]+$/);
  expect(raw).not.toMatch(/[^\r]\n/);
  expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(200);
  expect(raw).toMatch(/^Content-Type: multipart\/alternative;/m);
  expect(raw.match(/^Content-Transfer-Encoding: .*$/gm)).toEqual(
    Array(2).fill('Content-Transfer-Encoding: quoted-printable'),
  );
  expect(raw.length).toBeLessThan(100_000);
  expect(mail.html).not.toMatch(/<img|url\(|<link/);
});

it('stops the mails to an address that does not exist', async () => {
  const person = await aReader();
  const mail = await aMail(person);
  catcher.atRecipient.push({ code: 550, text: '5.1.1 No such user' });
  await aWorker();
  expect((await untilStatus(mail.id, 'failed')).error).toContain('5.1.1');
  expect(await stoppedSoon(person)).toBe('bounce');
  expect(catcher.tries()).toBe(1);
});

it('does not stop the mails of a reader whose server refuses ours by policy', async () => {
  const person = await aReader();
  const mail = await aMail(person);
  catcher.atRecipient.push({ code: 550, text: '5.7.1 Relaying denied' });
  await aWorker();
  await untilStatus(mail.id, 'failed');
  await sleep(100);
  expect((await new Mailboxes(pool).of(person)).stopped).toBeUndefined();
});

async function stoppedSoon(person: PersonId) {
  for (const end = Date.now() + 2_000; Date.now() < end; await sleep(20)) {
    const { stopped } = await new Mailboxes(pool).of(person);
    if (stopped) return stopped;
  }
  return undefined;
}

it.each([
  ['is not confirmed', async (_: PersonId) => undefined, false],
  ['was stopped', async (_: PersonId) => void (await new Mailboxes(pool).stop(ADDRESS, 'complaint')), true],
  [
    'is no longer the reader’s',
    async (person: PersonId) =>
      new Mailboxes(pool).write(person, { address: 'new@reader.example', timeZone: 'UTC', hour: 9, weekday: 1 }),
    true,
  ],
])('sends nothing to an address that %s', async (_, change, confirmed) => {
  const person = await aReader({ confirmed });
  const mail = await aMail(person);
  await change(person);
  await aWorker();
  await untilStatus(mail.id, 'failed');
  expect(catcher.tries()).toBe(0);
});

it('asks an address that is not confirmed whether it is its reader’s', async () => {
  const mail = await aMail(await aReader({ confirmed: false }), { confirming: true });
  await aWorker();
  await untilStatus(mail.id, 'sent');
});

it('does not send again what may have arrived', async () => {
  const mail = await aMail(await aReader());
  catcher.atMessage.push('hang up');
  const { sending } = await aWorker();
  await untilStatus(mail.id, 'unknown');
  await sending.nudge();
  await sending.consider([mail.id]);
  await sleep(200);
  expect(catcher.tries()).toBe(1);
});

it('tries again where the connection broke before the words went out', async () => {
  const mail = await aMail(await aReader());
  catcher.atRecipient.push('hang up');
  await aWorker();
  await untilStatus(mail.id, 'sent');
  expect(catcher.mails).toHaveLength(1);
});

it('marks what a worker was sending when it ended, and does not send it again', async () => {
  const mail = await aMail(await aReader());
  expect(await new Mails(pool).take(mail.id)).toMatchObject({ status: 'sending' });
  await sleep(60);
  const { sending } = await aWorker({ silence: 100_000 });
  await sending.consider([mail.id]);
  await sleep(100);
  await untilStatus(mail.id, 'sending');
  await new Mails(pool).giveUp(50);
  await sending.nudge();
  expect((await untilStatus(mail.id, 'unknown')).error).toContain('worker ended');
  expect(catcher.tries()).toBe(0);
});

it('keeps what cannot be sent while the mail server is away', async () => {
  const mail = await aMail(await aReader());
  await catcher.stop();
  const { stop } = await aWorker({ retry: 60_000 });
  await sleep(300);
  await untilStatus(mail.id, 'queued');
  await stop();
  catcher = await startMailCatcher();
});

it('makes no second mail of one id', async () => {
  const mail = await aMail(await aReader());
  await new Mails(pool).add({ ...mail, subject: 'Something else' });
  expect((await new Mails(pool).one(mail.person, mail.id))?.subject).toBe(mail.subject);
});

it('counts what was made for a person within a day', async () => {
  const person = await aReader();
  await aMail(person);
  const mails = new Mails(pool);
  const now = new Date(Date.now() + 1_000);
  expect(await mails.mayAdd(person, 1, now.toISOString())).toBe(false);
  expect(await mails.mayAdd(person, 2, now.toISOString())).toBe(true);
  expect(await mails.mayAdd(person, 1, new Date(now.getTime() + 25 * 3_600_000).toISOString())).toBe(true);
});
