import { setTimeout as sleep } from 'node:timers/promises';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/test-database.ts';
import { hasRedis, startRedis, type TestRedis } from '../../../../test/support/test-redis.ts';
import { createQueue, createWorker } from './queue.ts';

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
}

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
  const end = Date.now() + 20_000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('waited in vain');
    await sleep(10);
  }
}
