import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import type { LogOptions } from '#log';
import { createQueue, type JobQueue } from '#platform';
import { PROJECTIONS, Projector, Rebuilder } from '#read-models';
import { aLog, command, comment, type TestLog } from '../../../libs/log/src/testing/a-log.ts';
import type { SeminarJob } from './jobs.ts';
import { Projecting } from './projecting.ts';

let test: TestLog;
const closing: (() => Promise<unknown>)[] = [];
beforeEach(async () => {
  test = await aLog();
});
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
  await test.close();
});

const [overview] = PROJECTIONS;

async function aWorker(
  settings: { SWEEP_INTERVAL_MS?: number; PROJECT_AFTER_MS?: number } = {},
  options: Partial<LogOptions> = {},
) {
  const log = await test.gateway(options);
  const projector = new Projector(log.pool, log.store);
  const queueSettings = { QUEUE_URL: log.pool.options.connectionString ?? '', POOL_SIZE: 3 };
  const queue: JobQueue<SeminarJob> = createQueue('project', queueSettings);
  const projecting = new Projecting({
    projector,
    rebuilder: new Rebuilder(log.pool, log.store),
    queue,
    wakeUps: log.wakeUps,
    snapshots: log.snapshots,
    logger: pino({ level: 'silent' }),
    settings: {
      ...queueSettings,
      PROJECT_AFTER_MS: 10,
      PROJECT_CONCURRENCY: 2,
      SWEEP_INTERVAL_MS: 3_600_000,
      ...settings,
    },
  });
  closing.push(() => queue.close());
  return {
    log,
    projecting,
    queue,
    async start() {
      await projecting.onApplicationBootstrap();
      closing.push(() => projecting.onApplicationShutdown());
    },
    /** Resolves when nothing is behind any more. */
    async caughtUp() {
      while (!overview || (await projector.behind(overview)).length > 0) await sleep(20);
    },
    count: async () => (await log.pool.query('SELECT annotations FROM seminar_overview')).rows[0]?.annotations,
  };
}

it('finds at its start what happened before', async () => {
  const worker = await aWorker();
  await test.open(worker.log);
  await worker.start();
  await worker.caughtUp();
  expect(await worker.count()).toBe(0);
});

it('projects what another process says has happened, to the last event', async () => {
  const worker = await aWorker();
  await worker.start();
  const gateway = await test.gateway();
  const seminar = await test.open(gateway);
  for (let n = 0; n < 40; n++) {
    await gateway.seminars.handle(seminar, command(test.ada, comment()));
    if (n % 8 === 0) await sleep(15);
  }
  await worker.caughtUp();
  expect(await worker.count()).toBe(40);
});

it('finds by a sweep what no wake-up told of', async () => {
  const worker = await aWorker({ SWEEP_INTERVAL_MS: 50 });
  await worker.start();
  await worker.log.wakeUps.close();
  const gateway = await test.gateway();
  await test.open(gateway);
  await worker.caughtUp();
  expect(await worker.count()).toBe(0);
});

it('keeps states as a seminar grows, so that nobody has to wait for them', async () => {
  const worker = await aWorker({}, { snapshotEvery: 10 });
  await worker.start();
  const gateway = await test.gateway();
  const seminar = await test.open(gateway);
  for (let n = 0; n < 40; n++) await gateway.seminars.handle(seminar, command(test.ada, comment()));
  const kept = async () =>
    (await gateway.pool.query('SELECT position FROM snapshot ORDER BY position')).rows.map(({ position }) =>
      Number(position),
    );
  while ((await kept()).length < 4) await sleep(20);
  expect(await kept()).toEqual([10, 20, 30, 40]);
});

it('folds anew at its start what an earlier version of a projection has folded', async () => {
  const worker = await aWorker();
  const seminar = await test.open(worker.log);
  await worker.log.seminars.handle(seminar, command(test.ada, comment()));
  const projector = new Projector(worker.log.pool, worker.log.store);
  for (const projection of PROJECTIONS) await projector.project(projection, seminar);
  // As an earlier version has it: wrong, and at the head.
  await worker.log.pool.query('UPDATE seminar_overview SET annotations = 99');
  await worker.log.pool.query('UPDATE checkpoint SET version = 0');
  await worker.start();
  await worker.caughtUp();
  expect(await worker.count()).toBe(1);
});

it('ends no sooner than its last look, and leaves what that finds to its next start', async () => {
  const worker = await aWorker({ SWEEP_INTERVAL_MS: 10, PROJECT_AFTER_MS: 300 });
  await worker.projecting.onApplicationBootstrap();
  const gateway = await test.gateway();
  const operator = await gateway.pool.connect();
  await operator.query('BEGIN; LOCK TABLE checkpoint IN ACCESS EXCLUSIVE MODE');
  await worker.log.wakeUps.close();
  await test.open(gateway);
  // A look waits for the table by now.
  await sleep(50);
  let ended = false;
  const ending = worker.projecting.onApplicationShutdown().then(() => {
    ended = true;
  });
  await sleep(50);
  expect(ended).toBe(false);
  await operator.query('COMMIT');
  operator.release();
  await ending;
  await sleep(400);
  expect(await worker.queue.getJobCountByTypes('waiting', 'active', 'delayed', 'completed')).toBe(0);
});
