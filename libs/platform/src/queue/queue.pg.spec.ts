import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/test-database.ts';
import { hasRedis, startRedis, type TestRedis } from '../../../../test/support/test-redis.ts';
import { projectFolder } from '../project-folder.ts';
import { Operating } from './operating.ts';
import { createQueue, createWorker } from './queue.ts';
import { jobPolicy, openQueue } from './queues.ts';

const policy = { JOB_ATTEMPTS: 2, JOB_BACKOFF_MS: 10, DEAD_LETTER_DAYS: 1, DEAD_LETTERS_MAX: 3 };
const ofSeminar = (seminar: string) => ({ deduplication: { id: seminar, keepLastIfActive: true } });

/** The same promises on either side of QUEUE_URL. */
function keepsItsPromises(settings: () => { QUEUE_URL: string; POOL_SIZE: number }): void {
  test('a job is done once, with what was put in', async () => {
    const queue = createQueue<{ word: string }>('words', settings());
    const done: string[] = [];
    const worker = createWorker<{ word: string }>('words', async (job) => void done.push(job.data.word), settings());
    await queue.add('say', { word: 'margin' });
    await queue.add('say', { word: 'again' }, { delay: 50 });
    await until(() => done.length === 2);
    expect(done).toEqual(['margin', 'again']);
    await Promise.all([worker.close(), queue.close()]);
  });

  test('a job that fails is tried again', async () => {
    const queue = createQueue<null>('stubborn', settings());
    let tries = 0;
    const worker = createWorker<null>(
      'stubborn',
      async () => {
        tries += 1;
        if (tries < 3) throw new Error('not yet');
      },
      settings(),
    );
    await queue.add('try', null, { attempts: 3, backoff: { type: 'fixed', delay: 10 } });
    await until(() => tries === 3);
    await Promise.all([worker.close(), queue.close()]);
  });

  test('of jobs with one deduplication id, one is done', async () => {
    const queue = createQueue<number>('once', settings());
    for (const number of [1, 2, 3]) await queue.add('count', number, { deduplication: { id: 'same' } });
    expect(await queue.getWaitingCount()).toBe(1);
    await queue.close();
  });

  test('jobs of one seminar never run side by side, and the last one sees what came while one ran', async () => {
    const queue = createQueue<number>('ordered', settings());
    const seen: number[] = [];
    let running = 0;
    let most = 0;
    const work = async ({ data }: { data: number }): Promise<void> => {
      most = Math.max(most, ++running);
      await sleep(100);
      seen.push(data);
      running -= 1;
    };
    const workers = [1, 2].map(() => createWorker<number>('ordered', work, settings(), { concurrency: 3 }));
    await queue.add('count', 1, ofSeminar('one'));
    await until(() => running === 1);
    for (const number of [2, 3, 4]) await queue.add('count', number, ofSeminar('one'));
    await until(() => seen.length === 2);
    await sleep(200);
    expect(seen).toEqual([1, 4]);
    expect(most).toBe(1);
    await Promise.all([...workers.map((worker) => worker.close()), queue.close()]);
  });

  test('a delayed job waits for its time', async () => {
    const queue = createQueue<null>('later', settings());
    const doneAt: number[] = [];
    const worker = createWorker<null>('later', async () => void doneAt.push(Date.now()), settings());
    await worker.waitUntilReady();
    const putIn = Date.now();
    await queue.add('wait', null, { delay: 400 });
    await until(() => doneAt.length === 1);
    expect((doneAt[0] ?? 0) - putIn).toBeGreaterThanOrEqual(390);
    await Promise.all([worker.close(), queue.close()]);
  });

  test('a try that failed is waited for longer each time', async () => {
    const queue = createQueue<null>(
      'patient',
      settings(),
      jobPolicy({ ...policy, JOB_ATTEMPTS: 3, JOB_BACKOFF_MS: 200 }),
    );
    const tries: number[] = [];
    const work = async (): Promise<void> => {
      tries.push(Date.now());
      throw new Error('never');
    };
    const worker = createWorker<null>('patient', work, settings());
    await queue.add('try', null);
    await until(async () => (await queue.getFailedCount()) === 1);
    const [first = 0, second = 0, third = 0] = tries;
    expect(tries).toHaveLength(3);
    expect(second - first).toBeGreaterThanOrEqual(190);
    expect(third - second).toBeGreaterThanOrEqual(390);
    await Promise.all([worker.close(), queue.close()]);
  });

  test('a worker that stops ends the job under way first, and takes no other', async () => {
    const queue = createQueue<number>('leaving', settings());
    const done: number[] = [];
    let begun = false;
    const work = async ({ data }: { data: number }): Promise<void> => {
      begun = true;
      await sleep(300);
      done.push(data);
    };
    const worker = createWorker<number>('leaving', work, settings());
    await queue.add('count', 1);
    await queue.add('count', 2);
    await until(() => begun);
    await worker.close();
    expect(done).toEqual([1]);
    expect(await queue.getJobCounts('waiting', 'active')).toEqual({ waiting: 1, active: 0 });
    await queue.close();
  });

  test('the job of a worker that was killed is taken up by another', async () => {
    const queue = createQueue<number>('orphans', settings());
    await queue.add('count', 7);
    const killed = spawn(process.execPath, ['--input-type=module', '-e', HOLD_A_JOB, 'orphans', settings().QUEUE_URL], {
      cwd: projectFolder(),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(killed.stdout, 'data');
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    expect(await queue.getActiveCount()).toBe(1);
    const done: number[] = [];
    const worker = createWorker<number>('orphans', async ({ data }) => void done.push(data), settings(), {
      stalledInterval: 200,
    });
    await until(() => done.length === 1);
    expect(done).toEqual([7]);
    await Promise.all([worker.close(), queue.close()]);
  });

  test('a job that failed for good is kept, can be seen, and run again', async () => {
    const queue = openQueue<{ seminar: string }>('project', { ...settings(), ...policy });
    const operating = new Operating(settings());
    let broken = true;
    const done: string[] = [];
    const work = async ({ data }: { data: { seminar: string } }): Promise<void> => {
      if (broken) throw new Error('no room\nthe particulars');
      done.push(data.seminar);
    };
    const worker = createWorker<{ seminar: string }>('project', work, settings());
    for (const seminar of ['a', 'b', 'c', 'd']) {
      await queue.add('project', { seminar }, ofSeminar(seminar));
      await until(async () => (await operating.deadLetters('project', 9)).some((letter) => letter.seminar === seminar));
    }
    const letters = await operating.deadLetters(undefined, 9);
    expect(letters.map(({ seminar }) => seminar)).toEqual(['d', 'c', 'b']);
    expect(letters[0]).toMatchObject({ queue: 'project', attempts: 2, reason: 'no room the particulars' });
    expect(await operating.counts()).toContainEqual({ queue: 'project', waiting: 0, active: 0, delayed: 0, failed: 3 });

    broken = false;
    expect(await operating.retry('project', 'no such job')).toBe(false);
    expect(await operating.retry('project', letters[0]?.id ?? '')).toBe(true);
    await until(() => done.length === 1);
    expect(await operating.retryAll('project')).toBe(2);
    await until(() => done.length === 3);
    expect(done.toSorted()).toEqual(['b', 'c', 'd']);
    expect(await operating.deadLetters('project', 9)).toEqual([]);
    await Promise.all([worker.close(), queue.close(), operating.close()]);
  });
}

/** Runs the sources as they are, in a process of its own. */
const HOLD_A_JOB = `
  import { importTypeScript } from './test/support/typescript.mjs';
  importTypeScript();
  await import('./libs/platform/src/queue/testing/hold-a-job.ts');
`;

describe('on Postgres', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());
  keepsItsPromises(() => ({ QUEUE_URL: database.url, POOL_SIZE: 2 }));
});

(hasRedis ? describe : describe.skip)('on Redis', () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());
  keepsItsPromises(() => ({ QUEUE_URL: redis.url, POOL_SIZE: 2 }));
});

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 60_000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('waited in vain');
    await sleep(10);
  }
}
