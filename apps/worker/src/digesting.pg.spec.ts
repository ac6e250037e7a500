import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { Digests, Subscriptions } from '#digest';
import { createSendQueue, Mailboxes, Mails, MailTransport, mailSite, SignedAddresses } from '#mail';
import { People, Tokens } from '#people';
import { openQueue } from '#platform';
import { PROJECTIONS, Projector } from '#read-models';
import type { Intent, MemberId } from '#seminar';
import { aLog, annotationId, command, type TestLog } from '../../../libs/log/src/testing/a-log.ts';
import { document, passage } from '../../../libs/seminar/src/testing/a-seminar.ts';
import { type MailCatcher, startMailCatcher } from '../../../test/support/mail-catcher.ts';
import { hasRedis, startRedis, type TestRedis } from '../../../test/support/test-redis.ts';
import { Digesting } from './digesting.ts';
import type { PersonJob } from './jobs.ts';
import { Sending } from './sending.ts';

const PUBLIC_URL = 'https://catena.example';
const SECRET = new TextEncoder().encode('a secret of at least thirty-two characters');
const ADDRESS = 'ada@reader.example';

const closing: (() => Promise<unknown>)[] = [];
let test: TestLog;
let catcher: MailCatcher;
beforeEach(async () => {
  test = await aLog();
  catcher = await startMailCatcher();
});
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
  await catcher.stop();
  await test.close();
});

/** A class whose instructor wants to be told of it at once, and as many workers as are asked for. */
async function aClass(queueUrl: string | undefined, workers = 1) {
  const log = await test.gateway();
  const { pool } = log;
  const subscriptions = new Subscriptions(pool);
  const mails = new Mails(pool);
  const mailboxes = new Mailboxes(pool);
  const projector = new Projector(pool, log.store);
  const site = mailSite({ PUBLIC_URL, INBOUND_DOMAIN: 'in.catena.example' });
  const addresses = new SignedAddresses(SECRET, 'in.catena.example');
  const logger = pino({ level: 'silent' });
  const settings = {
    ...{ QUEUE_URL: queueUrl ?? pool.options.connectionString ?? '', POOL_SIZE: 3 },
    ...{ JOB_ATTEMPTS: 3, JOB_BACKOFF_MS: 20, DEAD_LETTER_DAYS: 1, DEAD_LETTERS_MAX: 10 },
    ...{ DIGEST_INTERVAL_MS: 100, SWEEP_INTERVAL_MS: 3_600_000 },
    ...{ SMTP_URL: catcher.url, MAIL_CONNECTIONS: 2, MAIL_TIMEOUT_MS: 2_000, MAIL_ATTEMPTS: 3, MAIL_RETRY_MS: 20 },
  };
  const project = async () => {
    for (const projection of PROJECTIONS) await projector.project(projection, test.seminar);
  };
  const considering: Digesting[] = [];
  for (let n = 0; n < workers; n++) {
    const sendQueue = createSendQueue(settings);
    const digestQueue = openQueue<PersonJob>('digest', settings);
    const sending = new Sending({
      ...{ mails, mailboxes, site, addresses, logger, settings },
      queue: sendQueue,
      transport: new MailTransport(settings),
    });
    const digesting = new Digesting({
      ...{ subscriptions, logger, settings, prepare: project },
      digests: new Digests(
        pool,
        { subscriptions, mails, mailboxes, tokens: new Tokens(SECRET) },
        { publicUrl: PUBLIC_URL, site, addresses, sends: true, mailsPerDay: 100 },
      ),
      queue: digestQueue,
      onMail: (mail) => sending.consider([mail]),
    });
    await sending.onApplicationBootstrap();
    digesting.onApplicationBootstrap();
    considering.push(digesting);
    closing.push(
      () => Promise.all([sendQueue.close(), digestQueue.close()]),
      () => sending.onApplicationShutdown(),
      () => digesting.onApplicationShutdown(),
    );
  }

  const people = new People(pool);
  const ada = People.newId();
  const teacher = await people.becomeMember(test.seminar, ada, 'Ada Sorrel');
  const participant = await people.becomeMember(test.seminar, People.newId(), 'Ben Vetch');
  const act = async (by: MemberId, intent: Intent) =>
    expect(await log.seminars.handle(test.seminar, command(by, intent))).toMatchObject({ ok: true });
  await act(teacher, { type: 'seminar.open', data: { seminar: test.seminar, title: 'Margins' } });
  await act(teacher, { type: 'article.import', data: { article: passage.article, version: 1, document } });
  await act(participant, { type: 'seminar.join', data: { role: 'participant' } });
  await mailboxes.write(ada, { address: ADDRESS, timeZone: 'Europe/Copenhagen', hour: 9, weekday: 1 });
  await mailboxes.confirm(ada, ADDRESS);
  await project();
  const now = new Date().toISOString();
  await subscriptions.choose(test.seminar, teacher, { class: 'never', 'to-me': 'immediate' }, now);
  return {
    addresses,
    teacher,
    async ask(body: string) {
      const annotation = annotationId();
      const data = { annotation, motivation: 'questioning' as const, target: passage, body, tags: [] };
      await act(teacher, { type: 'annotation.create', data });
      return annotation;
    },
    /** Ben answers, and the workers hear of it. */
    async answer(question: ReturnType<typeof annotationId>, body: string) {
      const annotation = annotationId();
      const target = { kind: 'annotation' as const, annotation: question };
      await act(participant, { type: 'annotation.reply', data: { annotation, target, body } });
      await project();
      await Promise.all(considering.map((digesting) => digesting.consider(test.seminar)));
      return annotation;
    },
  };
}

async function untilCaught(number: number) {
  for (const end = Date.now() + 60_000; catcher.mails.length < number; await sleep(20)) {
    if (Date.now() > end) throw new Error(`only ${catcher.mails.length} mails`);
  }
  return catcher.mails;
}

function tells(queueUrl: () => string | undefined) {
  it('sends what concerns somebody to their address, as a mail that clients can thread, list, stop and answer', async () => {
    const { ask, answer, addresses } = await aClass(queueUrl());
    await answer(await ask('Whose margin is it?'), 'The **printer’s**, & nobody else’s.');
    const [caught] = await untilCaught(1);
    if (!caught) throw new Error('There is no mail');
    const { mail, raw, recipient, sender } = caught;
    expect(recipient).toBe(ADDRESS);
    expect(addresses.read('bounce', sender)).toBeDefined();
    expect(mail.subject).toBe('Ben answered you');
    expect(mail.text).toContain('The printer’s, & nobody else’s.');
    expect(mail.html).toContain('The printer’s, &amp; nobody else’s.');
    expect(mail.headers.get('list')).toMatchObject({
      unsubscribe: { url: expect.stringMatching(/^https:\/\/catena\.example\/mail\/.+\/stop$/) },
      'unsubscribe-post': { name: 'List-Unsubscribe=One-Click' },
      id: { name: 'Margins', id: `${test.seminar}.catena.example` },
    });
    expect(mail.inReplyTo).toMatch(/^<\w+@catena\.example>$/);
    expect(addresses.read('reply', mail.replyTo?.value[0]?.address ?? '')).toBeDefined();
    expect(mail.html).not.toMatch(/<img|url\(/);
    expect(raw.length).toBeLessThan(100_000);
  });

  it('tells of what comes while it tells in the next mail, each once, whoever of three workers writes it', async () => {
    const { ask, answer } = await aClass(queueUrl(), 3);
    const question = await ask('Whose margin is it?');
    // As many as one mail shows in full, should they all come together.
    const words = Array.from({ length: 6 }, (_, n) => `Answer number ${n} of them.`);
    for (const word of words) await answer(question, word);
    const told = () => catcher.mails.map(({ mail }) => mail.text ?? '').join('\n');
    for (const end = Date.now() + 60_000; Date.now() < end && !told().includes(words.at(-1) ?? ''); ) await sleep(50);
    await sleep(500);
    for (const word of words) expect(told().split(word)).toHaveLength(2);
  });
}

describe('digests on Postgres', () => tells(() => undefined));

(hasRedis ? describe : describe.skip)('digests on Redis', () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());
  tells(() => redis.url);
});
