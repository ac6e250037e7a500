import type { Queryable } from '#log';
import { Mailboxes, Mails } from '#mail';
import { People, type PersonId, Tokens } from '#people';
import { PROJECTIONS, Projector } from '#read-models';
import { type Audience, asideWith, forGroup, GroupId, INSTRUCTORS, type MemberId, onlyFor, SeminarId } from '#seminar';
import { aLog, annotationId, command, comment, type TestLog } from '../../log/src/testing/a-log.ts';
import { document, passage } from '../../seminar/src/testing/a-seminar.ts';
import { Digests } from './digests.ts';
import { Subscriptions } from './subscriptions.ts';

const OPTIONS = {
  publicUrl: 'https://catena.example',
  site: { from: 'catena@catena.example', domain: 'catena.example', inbound: undefined },
  addresses: undefined,
  sends: true,
  mailsPerDay: 20,
};
const MONDAY = '2027-03-01T12:00:00.000Z';
const LATER = '2027-03-20T12:00:00.000Z';
const MUCH_LATER = '2027-04-20T12:00:00.000Z';

let test: TestLog;
beforeEach(async () => {
  test = await aLog();
});
afterEach(() => test.close());

/** A seminar in which Ada teaches and Ben takes part. */
async function aClass({ mailsPerDay = OPTIONS.mailsPerDay } = {}) {
  const log = await test.gateway();
  const people = new People(log.pool);
  const projector = new Projector(log.pool, log.store);
  const subscriptions = new Subscriptions(log.pool);
  const mails = new Mails(log.pool);
  const mailboxes = new Mailboxes(log.pool);
  const tokens = new Tokens(new TextEncoder().encode('a secret of at least thirty-two characters'));
  const digestsOn = (pool: typeof log.pool) =>
    new Digests(pool, { subscriptions, mails, mailboxes, tokens }, { ...OPTIONS, mailsPerDay });
  const ada = People.newId();
  const ben = People.newId();
  const project = async (seminar: SeminarId, now = MONDAY) => {
    for (const projection of PROJECTIONS) await projector.project(projection, seminar);
    return subscriptions.schedule(seminar, now);
  };
  return {
    ...{ log, ada, ben, subscriptions, mails, mailboxes, project },
    digests: digestsOn(log.pool),
    digestsOn,
    async open(seminar: SeminarId) {
      const [teacher, participant] = [
        await people.becomeMember(seminar, ada, 'Ada Sorrel'),
        await people.becomeMember(seminar, ben, 'Ben Vetch'),
      ];
      const act = async (by: MemberId, intent: Parameters<typeof command>[1]) =>
        expect(await log.seminars.handle(seminar, command(by, intent))).toMatchObject({ ok: true });
      await act(teacher, { type: 'seminar.open', data: { seminar, title: 'Margins' } });
      await act(teacher, { type: 'article.import', data: importOf() });
      await act(participant, { type: 'seminar.join', data: { role: 'participant' } });
      return {
        teacher,
        participant,
        say: async (by: MemberId, body: string) => {
          const annotation = annotationId();
          await act(by, comment(annotation, body));
          return annotation;
        },
        answer: (by: MemberId, annotation: ReturnType<typeof annotationId>, body: string) =>
          act(by, {
            type: 'annotation.reply',
            data: { annotation: annotationId(), target: { kind: 'annotation', annotation }, body },
          }),
      };
    },
    /** The mails of a person, the newest first, with their words. */
    async mailsOf(person: PersonId) {
      const all = await mails.of(person, 50);
      return Promise.all(all.map(async ({ id }) => (await mails.one(person, id))?.text ?? ''));
    },
  };
}

const importOf = () => ({ article: passage.article, version: 1, document });

it('tells a class what was said, to whom it concerns, once', async () => {
  const { ada, ben, digests, project, open, mailsOf } = await aClass();
  const { teacher, participant, say, answer } = await open(test.seminar);
  const question = await say(participant, 'Whose margin is it?');
  await answer(teacher, question, 'The printer’s.');
  await project(test.seminar);
  expect(await digests.deliver(ada, MONDAY)).toBeUndefined();
  const mail = await digests.deliver(ada, LATER);
  expect(mail).toBeDefined();
  expect(await digests.deliver(ada, LATER)).toBeUndefined();
  await digests.deliver(ben, LATER);
  expect((await mailsOf(ada)).join()).toContain('1 new contribution by 1 of 1 person');
  expect((await mailsOf(ben)).join()).toContain('The printer’s.');
});

it('tells nobody what was said to few', async () => {
  const { ada, ben, log, digests, project, open, mailsOf } = await aClass();
  const { teacher, participant, say } = await open(test.seminar);
  const group = GroupId.parse(annotationId());
  const act = async (by: MemberId, intent: Parameters<typeof command>[1], audience?: Audience) =>
    expect(await log.seminars.handle(test.seminar, command(by, intent, undefined, audience))).toMatchObject({
      ok: true,
    });
  await act(teacher, { type: 'group.form', data: { group, name: 'Tuesday', open: false } });
  for (const member of [teacher, participant]) await act(teacher, { type: 'group.join', data: { group, member } });
  await act(participant, comment(annotationId(), 'To our group.'), forGroup(group));
  await act(participant, comment(annotationId(), 'In confidence.'), asideWith(participant));
  await act(teacher, comment(annotationId(), 'Among those who teach.'), INSTRUCTORS);
  await act(participant, comment(annotationId(), 'To myself.'), onlyFor(participant));
  await say(participant, 'To everybody.');
  await project(test.seminar);
  for (const person of [ada, ben]) await digests.deliver(person, LATER);
  const told = [...(await mailsOf(ada)), ...(await mailsOf(ben))].join();
  expect(told).toContain('1 new contribution by 1 of 1 person');
  for (const words of ['our group', 'confidence', 'who teach', 'myself']) expect(told).not.toContain(words);
});

it('goes on from exactly where the last one ended, and says nothing where nothing is new', async () => {
  const { ada, digests, project, open, mailsOf } = await aClass();
  const { participant, say } = await open(test.seminar);
  await say(participant, 'The first word.');
  await project(test.seminar);
  await digests.deliver(ada, LATER);
  await project(test.seminar, LATER);
  await digests.deliver(ada, MUCH_LATER);
  expect(await mailsOf(ada)).toHaveLength(1);
  await say(participant, 'The second word.');
  await project(test.seminar, LATER);
  await digests.deliver(ada, MUCH_LATER);
  const [newest, ...older] = await mailsOf(ada);
  expect(older).toHaveLength(1);
  expect(newest).toContain('1 new contribution by 1 of 1 person');
});

it('is written once by many workers at the same time', async () => {
  const { ada, log, digestsOn, project, open, mailsOf } = await aClass();
  const { participant, say } = await open(test.seminar);
  await say(participant, 'A word.');
  await project(test.seminar);
  const others = await Promise.all([test.gateway(), test.gateway(), test.gateway()]);
  const workers = [log, ...others].map(({ pool }) => digestsOn(pool));
  const made = await Promise.all([...workers, ...workers].map((digests) => digests.deliver(ada, LATER)));
  expect(made.filter((mail) => mail !== undefined)).toHaveLength(1);
  expect(await mailsOf(ada)).toHaveLength(1);
});

it('is written at the next try where a worker ended before it was put down', async () => {
  const { ada, mails, digests, project, open, mailsOf } = await aClass();
  const { participant, say } = await open(test.seminar);
  await say(participant, 'A word.');
  await project(test.seminar);
  const add = mails.add.bind(mails);
  mails.add = async (mail, transaction?: Queryable) => {
    await add(mail, transaction);
    throw new Error('the worker ends here');
  };
  await expect(digests.deliver(ada, LATER)).rejects.toThrow('the worker ends here');
  expect(await mailsOf(ada)).toHaveLength(0);
  mails.add = add;
  await digests.deliver(ada, LATER);
  expect(await mailsOf(ada)).toHaveLength(1);
});

it('loses nothing that is said while it is being written', async () => {
  const { ada, digests, project, open, mailsOf } = await aClass();
  const { participant, say } = await open(test.seminar);
  await say(participant, 'Before.');
  await project(test.seminar);
  await Promise.all([
    digests.deliver(ada, LATER),
    (async () => {
      await say(participant, 'Meanwhile.');
      await project(test.seminar, LATER);
    })(),
  ]);
  await digests.deliver(ada, MUCH_LATER);
  const counted = (await mailsOf(ada)).map((text) => Number(/(\d+) new contribution/.exec(text)?.[1]));
  expect(counted.reduce((sum, n) => sum + n, 0)).toBe(2);
});

it('tells of several seminars in one mail', async () => {
  const { ada, digests, project, open, mailsOf, mails } = await aClass();
  const other = SeminarId.parse(annotationId());
  for (const seminar of [test.seminar, other]) {
    const { participant, say } = await open(seminar);
    await say(participant, 'A word.');
    await project(seminar);
  }
  await digests.deliver(ada, LATER);
  expect(await mailsOf(ada)).toHaveLength(1);
  expect((await mails.of(ada, 1))[0]?.subject).toMatch(/; and 1 other seminar$/);
});

it.each([
  [1, 1],
  [2, 2],
])('waits where somebody has had %i mails, as many as they may have in a day', async (mailsPerDay, mails) => {
  const { ada, digests, subscriptions, project, open, mailsOf } = await aClass({ mailsPerDay });
  const { teacher, participant, say } = await open(test.seminar);
  const now = () => new Date().toISOString();
  await subscriptions.choose(test.seminar, teacher, { class: 'immediate' }, now());
  for (const word of ['One.', 'Two.', 'Three.']) {
    await say(participant, word);
    await project(test.seminar, now());
    await digests.deliver(ada, now());
  }
  expect(await mailsOf(ada)).toHaveLength(mails);
  expect(await subscriptions.dueSeminars(ada, new Date(Date.now() + 2 * 3_600_000).toISOString())).toEqual([
    test.seminar,
  ]);
});

it('goes to an address only once that is confirmed, and never to one that is stopped', async () => {
  const { ada, digests, mails, mailboxes, project, open } = await aClass();
  const { participant, say } = await open(test.seminar);
  const hours = { timeZone: 'UTC', hour: 9, weekday: 1 };
  const statuses: (string | undefined)[] = [];
  const next = async (now: string, due: string) => {
    await say(participant, 'A word.');
    await project(test.seminar, now);
    await digests.deliver(ada, due);
    statuses.push((await mails.of(ada, 1))[0]?.status);
  };
  await mailboxes.write(ada, { ...hours, address: 'ada@example.org' });
  await next(MONDAY, LATER);
  await mailboxes.confirm(ada, 'ADA@example.org');
  await next(LATER, MUCH_LATER);
  await mailboxes.stop('ada@example.org', 'bounce');
  await next(MUCH_LATER, '2027-06-01T12:00:00.000Z');
  expect(statuses).toEqual(['outbox', 'queued', 'outbox']);
});

it('looks only where something happened', async () => {
  const { subscriptions, digests, ada, ben, project, open } = await aClass();
  const quiet = SeminarId.parse(annotationId());
  for (const seminar of [quiet, test.seminar]) {
    await open(seminar);
    await project(seminar);
  }
  for (const person of [ada, ben]) await digests.deliver(person, LATER);
  expect(await subscriptions.persons(MUCH_LATER)).toEqual([]);
  expect(await subscriptions.dueSeminars(ada, MUCH_LATER)).toEqual([]);
});
