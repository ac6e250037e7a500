import fc from 'fast-check';
import type { SeminarId } from '#seminar';
import { aLog, command, comment, type TestLog } from '../../log/src/testing/a-log.ts';
import { aPastOf, type Writing, writings } from '../../log/src/testing/a-past.ts';
import { PROJECTIONS } from './index.ts';
import type { Projection } from './projection.ts';
import { Projector } from './projector.ts';
import { Rebuilder } from './rebuilder.ts';
import { SeminarOverviews } from './seminar-overview/overviews.ts';
import { seminarOverview } from './seminar-overview/projection.ts';
import { rowsOf } from './testing/rows.ts';

let test: TestLog;
beforeEach(async () => {
  test = await aLog();
});
afterEach(() => test.close());

async function underWay() {
  const log = await test.gateway();
  const projector = new Projector(log.pool, log.store);
  const seminar = await test.open(log);
  return {
    ...{ log, pool: log.pool, store: log.store, projector, seminar },
    rebuilder: new Rebuilder(log.pool, log.store),
    async comment(times = 1) {
      for (let n = 0; n < times; n++) await log.seminars.handle(seminar, command(test.ada, comment()));
    },
    annotations: async () =>
      (await log.pool.query('SELECT annotations FROM seminar_overview WHERE seminar_id = $1', [seminar])).rows[0]
        ?.annotations,
  };
}

/** The same projection, where something happens before it folds. */
const before = (happens: (folding: Parameters<Projection['fold']>) => Promise<unknown>): Projection => ({
  ...seminarOverview,
  async fold(...folding) {
    await happens(folding);
    await seminarOverview.fold(...folding);
  },
});

const after = (happens: (folding: Parameters<Projection['fold']>) => Promise<unknown>): Projection => ({
  ...seminarOverview,
  async fold(...folding) {
    await seminarOverview.fold(...folding);
    await happens(folding);
  },
});

const temporaryTables = `SELECT count(*)::integer AS count FROM pg_class WHERE relpersistence = 't' AND relkind = 'r'`;

describe('a rebuild', () => {
  it.each(PROJECTIONS)('of $name makes the same again, and mends what was wrong', async (projection) => {
    const { log, projector, rebuilder, pool } = await underWay();
    const seminars: SeminarId[] = [];
    for (const past of fc.sample(writings, { numRuns: 2, seed: 4 }) as Writing[][]) {
      const { seminar } = await aPastOf(test, log, past);
      seminars.push(seminar);
      await projector.project(projection, seminar);
    }
    const [first, second] = seminars;
    if (!first || !second) throw new Error('There are no seminars');
    const right = await rowsOf(projection, pool, seminars);
    expect(Object.values(right).flat().length).toBeGreaterThan(5);
    for (const table of projection.tables) await pool.query(`DELETE FROM ${table} WHERE seminar_id = $1`, [first]);
    expect(await rebuilder.rebuild(projection, first)).toBe('rebuilt');
    expect(await rowsOf(projection, pool, seminars)).toEqual(right);
    expect(await projector.behind(projection, seminars)).toEqual([]);
  });

  it('shows what was there before until it is done, and loses nothing that comes meanwhile', async () => {
    const { rebuilder, projector, seminar, comment, annotations } = await underWay();
    await comment(2);
    await projector.project(seminarOverview, seminar);
    const seen: unknown[] = [];
    let first = true;
    const meanwhile = before(async () => {
      if (!first) return;
      first = false;
      seen.push(await annotations());
      await comment(3);
      await projector.project(seminarOverview, seminar);
      seen.push(await annotations());
      await comment(4);
    });
    expect(await rebuilder.rebuild(meanwhile, seminar)).toBe('rebuilt');
    expect(seen).toEqual([2, 5]);
    expect(await annotations()).toBe(9);
  });

  it.each([
    ['fails', async () => Promise.reject(new Error('broken'))],
    [
      'loses its connection',
      async ([, , connection]: Parameters<Projection['fold']>) =>
        connection.query('SELECT pg_terminate_backend(pg_backend_pid())'),
    ],
  ])('that %s leaves everything as it was', async (_, breaks) => {
    const { rebuilder, projector, seminar, comment, pool } = await underWay();
    await comment(2);
    await projector.project(seminarOverview, seminar);
    const was = await rowsOf(seminarOverview, pool, [seminar]);
    await expect(rebuilder.rebuild(after(breaks), seminar)).rejects.toThrow();
    expect(await rowsOf(seminarOverview, pool, [seminar])).toEqual(was);
    expect(await rebuilder.rebuild(seminarOverview, seminar)).toBe('rebuilt');
    expect(await rowsOf(seminarOverview, pool, [seminar])).toEqual(was);
    while ((await pool.query(temporaryTables)).rows[0]?.count > 0);
  });

  it('is left to whoever is at it already', async () => {
    const { rebuilder, seminar, comment, annotations, store } = await underWay();
    await comment(2);
    const elsewhere = await test.gateway();
    const other = new Rebuilder(elsewhere.pool, store);
    const answers: unknown[] = [];
    const meanwhile = before(async () => answers.push(await other.rebuild(seminarOverview, seminar)));
    expect(await rebuilder.rebuild(meanwhile, seminar)).toBe('rebuilt');
    expect(answers).toEqual(['under-way']);
    expect(await annotations()).toBe(2);
  });

  it('of everything tells how far it has come', async () => {
    const { log, rebuilder, pool } = await underWay();
    for (const past of fc.sample(writings, { numRuns: 3, seed: 5 }) as Writing[][]) await aPastOf(test, log, past);
    const heads = (await pool.query<{ head: string }>('SELECT head FROM log')).rows.map(({ head }) => Number(head));
    const events = heads.reduce((sum, head) => sum + head, 0);
    const told: number[] = [];
    const done = await rebuilder.rebuildAll(seminarOverview, {
      concurrency: 2,
      onProgress: (progress) => told.push(progress.events),
    });
    expect(done).toEqual({ logs: 4, ofLogs: 4, underWay: 0, events, ofEvents: events });
    expect(told.toSorted((a, b) => a - b)).toEqual(told);
    expect((await pool.query('SELECT count(*)::integer AS count FROM seminar_overview')).rows[0]?.count).toBe(4);
  });
});

describe('a projection of a newer version', () => {
  const newer: Projection = {
    ...seminarOverview,
    version: seminarOverview.version + 1,
    async fold(log, events, transaction) {
      await seminarOverview.fold(log, events, transaction);
      await transaction.query(`UPDATE seminar_overview SET title = 'new' WHERE seminar_id = $1`, [log.seminar]);
    },
  };
  const title = async ({ pool }: Pick<TestLog['gateway'] extends () => Promise<infer G> ? G : never, 'pool'>) =>
    (await pool.query('SELECT title FROM seminar_overview')).rows[0]?.title;

  it('finds what an earlier one has folded, leaves it alone, and folds it anew', async () => {
    const { log, rebuilder, projector, seminar, comment, annotations } = await underWay();
    await comment(2);
    await projector.project(seminarOverview, seminar);
    expect(await projector.behind(newer)).toEqual([seminar]);
    await comment();
    expect(await projector.project(newer, seminar)).toBe('earlier');
    expect([await title(log), await annotations()]).toEqual(['Margins', 2]);
    await rebuilder.bringUpToDate(newer, seminar);
    expect([await title(log), await annotations()]).toEqual(['new', 3]);
    expect(await projector.behind(newer)).toEqual([]);
    expect(await rebuilder.rebuild(newer, seminar, 'earlier')).toBe('current');
  });

  it('is not undone by a process of the earlier release', async () => {
    const { log, rebuilder, projector, seminar, comment, annotations } = await underWay();
    await comment(2);
    await rebuilder.bringUpToDate(newer, seminar);
    await comment();
    expect(await projector.behind(seminarOverview)).toEqual([]);
    expect(await projector.project(seminarOverview, seminar)).toBe('later');
    await rebuilder.bringUpToDate(seminarOverview, seminar);
    expect([await title(log), await annotations()]).toEqual(['new', 2]);
    expect((await new SeminarOverviews(log.pool, projector).upToDate([seminar])).get(seminar)?.annotations).toBe(2);
  });
});
