/** Every event is folded once, whoever folds, breaks off or begins again, and whenever. */
import fc from 'fast-check';
import { aLog, type TestLog } from '../../log/src/testing/a-log.ts';
import { aPastOf, writings } from '../../log/src/testing/a-past.ts';
import { PROJECTIONS } from './index.ts';
import type { Projection } from './projection.ts';
import { Projector } from './projector.ts';
import { Rebuilder } from './rebuilder.ts';
import { forget, rowsOf } from './testing/rows.ts';

let test: TestLog;
beforeEach(async () => {
  test = await aLog();
});
afterEach(() => test.close());

/** What a worker does: it projects or rebuilds, and where it crashes, the rows are written and the checkpoint is not. */
type Step = 'project' | 'rebuild' | 'project and fail' | 'project and die' | 'rebuild and die' | 'wait';

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.constantFrom<Step>('project', 'rebuild', 'project and fail', 'project and die', 'rebuild and die', 'wait'),
  { minLength: 5, maxLength: 12 },
);

const failing = (projection: Projection): Projection => ({
  ...projection,
  async fold(...folding) {
    await projection.fold(...folding);
    throw new Error('failed at the last moment');
  },
});

const dying = (projection: Projection): Projection => ({
  ...projection,
  async fold(log, events, connection) {
    await projection.fold(log, events, connection);
    await connection.query('SELECT pg_terminate_backend(pg_backend_pid())');
  },
});

it.each(PROJECTIONS)(
  '$name comes to the same rows as in one go',
  async (projection) => {
    await fc.assert(
      fc.asyncProperty(writings, fc.tuple(steps, steps, steps), async (past, workers) => {
        const gateway = await test.gateway();
        // The seminar is known before anything is said in it.
        const { seminar } = await aPastOf(test, gateway, []);
        const saying = aPastOf(test, gateway, past, seminar);
        const working = workers.map(async (work) => {
          const { pool, store, leave } = await test.gateway();
          const [projector, rebuilder] = [new Projector(pool, store), new Rebuilder(pool, store)];
          const act: Record<Step, () => Promise<unknown>> = {
            project: () => projector.project(projection, seminar),
            rebuild: () => rebuilder.rebuild(projection, seminar),
            'project and fail': () => projector.project(failing(projection), seminar).catch(() => undefined),
            'project and die': () => projector.project(dying(projection), seminar).catch(() => undefined),
            'rebuild and die': () => rebuilder.rebuild(dying(projection), seminar).catch(() => undefined),
            wait: () => new Promise((resolve) => setTimeout(resolve, 3)),
          };
          for (const step of work) await act[step]();
          await leave();
        });
        await Promise.all([saying, ...working]);
        const projectAll = () => new Projector(gateway.pool, gateway.store).project(projection, seminar);
        await projectAll();
        const rows = await rowsOf(projection, gateway.pool, [seminar]);
        await forget(projection, gateway.pool, seminar);
        await projectAll();
        expect(rows).toEqual(await rowsOf(projection, gateway.pool, [seminar]));
        expect(Object.values(rows).flat().length).toBeGreaterThan(1);
        await gateway.leave();
      }),
      // What runs at the same time doesn't fail alike twice: there is nothing to shrink.
      { numRuns: 10, endOnFailure: true },
    );
  },
  120_000,
);
