import type { AnnotationId, Intent } from '#seminar';
import { aLog, annotationId, command, comment, type TestLog } from '../../../log/src/testing/a-log.ts';
import { passage } from '../../../seminar/src/testing/a-seminar.ts';
import { Projector } from '../projector.ts';
import { SeminarOverviews } from './overviews.ts';
import { seminarOverview } from './projection.ts';

let test: TestLog;
beforeEach(async () => {
  test = await aLog();
});
afterEach(() => test.close());

const ask = (annotation: AnnotationId): Intent => ({
  type: 'annotation.create',
  data: { annotation, motivation: 'questioning', target: passage, body: 'Why?', tags: [] },
});
const reply = (to: AnnotationId, annotation: AnnotationId): Intent => ({
  type: 'annotation.reply',
  data: { annotation, target: { kind: 'annotation', annotation: to }, body: 'Because.' },
});

async function underWay() {
  const log = await test.gateway();
  const projector = new Projector(log.pool, log.store);
  const overviews = new SeminarOverviews(log.pool, projector);
  const seminar = await test.open(log);
  return {
    seminar,
    projector,
    pool: log.pool,
    do: async (...intents: Intent[]) => {
      for (const intent of intents) {
        expect(await log.seminars.handle(seminar, command(test.ada, intent))).toMatchObject({ ok: true });
      }
    },
    overview: async () => (await overviews.upToDate([seminar])).get(seminar),
  };
}

describe('the overview of a seminar', () => {
  it('says what is read there and how many they are', async () => {
    const { overview, seminar } = await underWay();
    expect(await overview()).toEqual({
      seminar,
      title: 'Margins',
      articles: [{ article: passage.article, version: 1, title: 'On margins' }],
      members: 1,
      annotations: 0,
      openQuestions: 0,
      lastActivity: expect.stringMatching(/Z$/),
    });
  });

  it('counts what is there, not what was deleted', async () => {
    const seminar = await underWay();
    const [kept, deleted] = [annotationId(), annotationId()];
    await seminar.do(comment(kept), comment(deleted), { type: 'annotation.delete', data: { annotation: deleted } });
    expect(await seminar.overview()).toMatchObject({ annotations: 1 });
    await seminar.do({ type: 'annotation.restore', data: { annotation: deleted, body: 'Back.' } });
    expect(await seminar.overview()).toMatchObject({ annotations: 2 });
  });

  it('has a question open until it is answered, resolved or deleted', async () => {
    const seminar = await underWay();
    const [first, second, third, answer] = [annotationId(), annotationId(), annotationId(), annotationId()];
    const open = async () => (await seminar.overview())?.openQuestions;
    await seminar.do(ask(first), ask(second), ask(third), comment());
    expect(await open()).toBe(3);
    await seminar.do(reply(first, answer), { type: 'question.answer', data: { question: first, answer } });
    expect(await open()).toBe(2);
    await seminar.do({ type: 'thread.resolve', data: { thread: second } });
    expect(await open()).toBe(1);
    await seminar.do({ type: 'annotation.delete', data: { annotation: third } });
    expect(await open()).toBe(0);
    await seminar.do({ type: 'annotation.restore', data: { annotation: third, body: 'Back.' } });
    expect(await open()).toBe(1);
    await seminar.do({ type: 'annotation.delete', data: { annotation: third } });
    await seminar.do({ type: 'annotation.delete', data: { annotation: answer } });
    expect(await open()).toBe(1);
    await seminar.do({ type: 'thread.reopen', data: { thread: second } });
    expect(await open()).toBe(2);
  });

  it('is unknown of a seminar that is not open', async () => {
    const log = await test.gateway();
    const overviews = new SeminarOverviews(log.pool, new Projector(log.pool, log.store));
    expect(await overviews.upToDate([test.seminar])).toEqual(new Map());
  });
});

describe('projecting', () => {
  it('folds each event once, however many do it at the same time', async () => {
    const seminar = await underWay();
    const others = await Promise.all([1, 2, 3].map(() => test.gateway()));
    const projectors = others.map(({ pool, store }) => new Projector(pool, store));
    for (let round = 0; round < 5; round++) {
      const project = () =>
        Promise.all(projectors.map((projector) => projector.project(seminarOverview, seminar.seminar)));
      await Promise.all([seminar.do(...Array.from({ length: 10 }, () => comment())), project(), project()]);
    }
    expect(await seminar.overview()).toMatchObject({ annotations: 50 });
  });

  it('goes on where it failed, with nothing folded twice', async () => {
    const seminar = await underWay();
    await seminar.do(comment(), comment());
    const breaking = {
      ...seminarOverview,
      fold: async (...args: Parameters<typeof seminarOverview.fold>) => {
        await seminarOverview.fold(...args);
        throw new Error('broken at the last moment');
      },
    };
    await expect(seminar.projector.project(breaking, seminar.seminar)).rejects.toThrow('last moment');
    expect(await seminar.overview()).toMatchObject({ annotations: 2 });
  });

  it('knows which seminars are behind', async () => {
    const seminar = await underWay();
    expect(await seminar.projector.behind(seminarOverview)).toEqual([seminar.seminar]);
    await seminar.projector.project(seminarOverview, seminar.seminar);
    expect(await seminar.projector.behind(seminarOverview)).toEqual([]);
    expect(await seminar.projector.behind(seminarOverview, [seminar.seminar])).toEqual([]);
    await seminar.do(comment());
    expect(await seminar.projector.behind(seminarOverview, [seminar.seminar])).toEqual([seminar.seminar]);
  });
});
