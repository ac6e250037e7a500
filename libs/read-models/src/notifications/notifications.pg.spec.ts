import { v4 } from 'uuid';
import type { Log } from '#log';
import { People, ReadMarksShelf, TooManyMarks } from '#people';
import {
  type AnnotationId,
  ArticleId,
  AssignmentId,
  asideWith,
  EVERYONE,
  type Intent,
  type MemberId,
  mentionOf,
  noMarks,
  readUpTo,
  type SeminarId,
} from '#seminar';
import { aLog, annotationId, command, comment, type TestLog } from '../../../log/src/testing/a-log.ts';
import { document, passage } from '../../../seminar/src/testing/a-seminar.ts';
import { Projector } from '../projector.ts';
import { Notifications } from './notifications.ts';

let test: TestLog;
let log: Log;
let people: People;
let marks: ReadMarksShelf;
let notifications: Notifications;
let seminar: SeminarId;
let ben: MemberId;
beforeEach(async () => {
  test = await aLog();
  const { pool, ...rest } = await test.gateway();
  log = rest;
  people = new People(pool);
  marks = new ReadMarksShelf(pool, 3);
  notifications = new Notifications(pool, new Projector(pool, log.store));
  seminar = await test.open(log);
  ben = await people.becomeMember(seminar, People.newId(), 'Ben');
  await does(ben, { type: 'seminar.join', data: { role: 'participant' } });
});
afterEach(() => test.close());

const does = async (by: MemberId, intent: Intent) => {
  const outcome = await log.seminars.handle(seminar, command(by, intent));
  if (!outcome.ok) throw new Error(outcome.error.code);
};
async function reply(by: MemberId, to: AnnotationId, body = 'As to that.'): Promise<AnnotationId> {
  const annotation = annotationId();
  const target = { kind: 'annotation' as const, annotation: to };
  await does(by, { type: 'annotation.reply', data: { annotation, target, body } });
  return annotation;
}
const toldTo = async (member: MemberId) =>
  (await notifications.of([{ seminar, member }], 20)).map(({ kind, annotation, unread }) => ({
    kind,
    annotation,
    unread,
  }));

it('tells of answers, once each, and nobody of what they did themselves', async () => {
  const asked = annotationId();
  const question = { ...comment(asked) } as Extract<Intent, { type: 'annotation.create' }>;
  await does(ben, { ...question, data: { ...question.data, motivation: 'questioning' } });
  const answer = await reply(test.ada, asked, 'Because of the margin.');
  await reply(ben, answer);
  await does(test.ada, { type: 'question.answer', data: { question: asked, answer } });

  const [first] = await notifications.of([{ seminar, member: ben }], 1);
  expect(first).toMatchObject({
    kind: 'answer',
    annotation: answer,
    subject: asked,
    excerpt: 'Because of the margin.',
  });
  expect((await toldTo(ben)).map(({ kind }) => kind)).toEqual(['answer', 'reply']);
  const told = await notifications.of([{ seminar, member: test.ada }], 20);
  expect(told.map(({ kind, byName }) => [kind, byName])).toEqual([['reply', 'Ben']]);

  await does(test.ada, { type: 'answer.withdraw', data: { question: asked } });
  await does(test.ada, { type: 'annotation.delete', data: { annotation: answer } });
  expect(await toldTo(ben)).toEqual([]);
  await does(test.ada, { type: 'annotation.restore', data: { annotation: answer, body: 'Because of the margin.' } });
  expect(await toldTo(ben)).toEqual([{ kind: 'reply', annotation: answer, unread: true }]);
});

it('tells everybody who had joined of readings and versions, the newest of each', async () => {
  const article = ArticleId.parse(passage.article);
  const assignment = AssignmentId.parse(v4());
  const assign = (contributions: number) =>
    does(test.ada, {
      type: 'reading.assign',
      data: { assignment, article, contributions, due: new Date(Date.now() + 86_400_000).toISOString() },
    });
  await assign(1);
  await assign(2);
  await does(test.ada, { type: 'article.import', data: { article, version: 2, document } });
  expect((await toldTo(ben)).map(({ kind }) => kind)).toEqual(['version', 'reading']);
  const late = await people.becomeMember(seminar, People.newId(), 'Cleo');
  await does(late, { type: 'seminar.join', data: { role: 'participant' } });
  expect(await toldTo(late)).toEqual([]);
  await does(test.ada, { type: 'reading.withdraw', data: { assignment } });
  expect((await toldTo(ben)).map(({ kind }) => kind)).toEqual(['version']);
});

it('tells who is mentioned, and then no more of the same words', async () => {
  const mine = annotationId();
  await does(ben, comment(mine));
  await reply(test.ada, mine, `What does ${mentionOf(ben)} think, and ${mentionOf(test.ada)}?`);
  const [told, ...others] = await notifications.of([{ seminar, member: ben }], 5);
  expect(told).toMatchObject({ kind: 'mention', subject: mine, excerpt: 'What does @… think, and @…?' });
  expect(others).toEqual([]);
  expect(await toldTo(test.ada)).toEqual([]);
});

it('tells in a smaller log those who read it, by what it says', async () => {
  const aside = asideWith(ben);
  const asked = annotationId();
  const inAside = async (by: MemberId, intent: Intent) => {
    const outcome = await log.seminars.handle(seminar, command(by, intent, undefined, aside));
    if (!outcome.ok) throw new Error(outcome.error.code);
  };
  const cleo = await people.becomeMember(seminar, People.newId(), 'Cleo');
  await does(cleo, { type: 'seminar.join', data: { role: 'participant' } });
  await inAside(ben, comment(asked));
  const target = { kind: 'annotation' as const, annotation: asked };
  const data = { annotation: annotationId(), target, body: 'Between us.' };
  await inAside(test.ada, { type: 'annotation.reply', data });
  expect(await notifications.of([{ seminar, member: ben }], 5)).toMatchObject([
    { kind: 'reply', audience: aside, excerpt: 'Between us.', unread: true },
  ]);
  // Whoever teaches is told of what is said to those who teach; nobody else is.
  expect(await toldTo(test.ada)).toEqual([{ kind: 'aside', annotation: asked, unread: true }]);
  expect(await toldTo(cleo)).toEqual([]);
  const begun = annotationId();
  await inAside(test.ada, comment(begun));
  expect((await toldTo(ben))[0]).toEqual({ kind: 'aside', annotation: begun, unread: true });
});

it('is read where the thread was, on whichever device', async () => {
  const mine = annotationId();
  await does(ben, comment(mine));
  await reply(test.ada, mine);
  const [told] = await notifications.of([{ seminar, member: ben }], 5);
  expect(told?.unread).toBe(true);
  await marks.merge(
    seminar,
    ben,
    readUpTo(noMarks, { audience: EVERYONE, subject: mine, position: told?.position ?? 0 }),
  );
  expect(await toldTo(ben)).toMatchObject([{ kind: 'reply', unread: false }]);
  await reply(test.ada, mine);
  expect((await toldTo(ben)).map(({ unread }) => unread)).toEqual([true, false]);
});

it('keeps the marks of devices that write at the same time, and no more than it should', async () => {
  const subjects = [v4(), v4(), v4()];
  await Promise.all(
    subjects.map((subject, n) =>
      marks.merge(seminar, ben, readUpTo(noMarks, { audience: EVERYONE, subject, position: n + 1 })),
    ),
  );
  expect(Object.keys((await marks.of(seminar, ben)).subjects).sort()).toEqual(subjects.toSorted());
  const one = readUpTo(noMarks, { audience: EVERYONE, subject: v4(), position: 9 });
  await expect(marks.merge(seminar, ben, one)).rejects.toBeInstanceOf(TooManyMarks);
});

it('tells of a mention that an edit adds, once', async () => {
  const annotation = annotationId();
  const edit = (revision: number, body: string) =>
    does(test.ada, { type: 'annotation.edit', data: { annotation, revision, body } });
  await does(test.ada, comment(annotation));
  expect(await toldTo(ben)).toEqual([]);
  await edit(1, `What does ${mentionOf(ben)} say?`);
  const told = [{ kind: 'mention', annotation, unread: true }];
  expect(await toldTo(ben)).toEqual(told);
  await edit(2, 'Never mind.');
  await edit(3, `Or what does ${mentionOf(ben)} think, ${mentionOf(test.ada)} asks?`);
  expect(await toldTo(ben)).toEqual(told);
  expect(await toldTo(test.ada)).toEqual([]);
});
