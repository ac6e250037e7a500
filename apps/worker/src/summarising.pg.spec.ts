import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { createQueue, type JobQueue } from '#platform';
import { Projector, Rebuilder, SectionsToSumUp } from '#read-models';
import { type AnnotationId, EVERYONE, type Intent, SCRIBE, type SectionSummary } from '#seminar';
import { summariseSection } from '#summary';
import { aLog, annotationId, command, type TestLog } from '../../../libs/log/src/testing/a-log.ts';
import { passage } from '../../../libs/seminar/src/testing/a-seminar.ts';
import { hasRedis, startRedis, type TestRedis } from '../../../test/support/test-redis.ts';
import type { SeminarJob } from './jobs.ts';
import { Projecting } from './projecting.ts';
import { type Summarise, Summarising } from './summarising.ts';

const SAID = [
  'A margin keeps the question beside the sentence that raised it.',
  'But a margin is narrow, and a question that needs a page has no room beside a sentence.',
  'Who has ever counted how many questions a margin holds?',
];

const extractive: Summarise = async (threads) => {
  const summary = summariseSection(threads, { words: 120, contributions: 3 });
  return summary && { ...summary, maker: 'extract' };
};

const closing: (() => Promise<unknown>)[] = [];
let test: TestLog;
beforeEach(async () => {
  test = await aLog();
});
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
  await test.close();
});

async function aWorker(queueUrl: string | undefined, { summarise = extractive, delay = 100 } = {}) {
  const log = await test.gateway();
  const settings = {
    QUEUE_URL: queueUrl ?? log.pool.options.connectionString ?? '',
    POOL_SIZE: 3,
    ...{ PROJECT_AFTER_MS: 10, PROJECT_CONCURRENCY: 2, SWEEP_INTERVAL_MS: 3_600_000 },
    ...{ SUMMARY_LEAST: 3, SUMMARY_AFTER: 3, SUMMARY_DELAY_MS: delay },
  };
  const logger = pino({ level: 'error' });
  const run = `${Math.random()}`.slice(2);
  const queue = (name: string): JobQueue<SeminarJob> => {
    const made = createQueue<SeminarJob>(`${name}-${run}`, settings, {
      defaultJobOptions: { attempts: 5, backoff: { type: 'exponential', delay: 50 } },
    });
    closing.push(() => made.close());
    return made;
  };
  let made = 0;
  const summarising = new Summarising({
    ...{ sections: new SectionsToSumUp(log.pool), seminars: log.seminars, logger, settings },
    queue: queue('summarise'),
    summarise: (threads, seminar) => {
      made += 1;
      return summarise(threads, seminar);
    },
  });
  const projector = new Projector(log.pool, log.store);
  const projecting = new Projecting({
    ...{ projector, rebuilder: new Rebuilder(log.pool, log.store), wakeUps: log.wakeUps, logger, settings },
    snapshots: log.snapshots,
    queue: queue('project'),
    onProjected: (seminar) => summarising.consider(seminar),
  });
  summarising.onApplicationBootstrap();
  await projecting.onApplicationBootstrap();
  closing.push(() => summarising.onApplicationShutdown());
  closing.push(() => projecting.onApplicationShutdown());

  const seminar = await test.open(log);
  const act = async (...intents: Intent[]) => {
    for (const intent of intents) {
      expect(await log.seminars.handle(seminar, command(test.ada, intent))).toMatchObject({ ok: true });
    }
  };
  const summaries = async (): Promise<SectionSummary[]> => {
    const { contents } = await log.snapshots.newest({ seminar, audience: EVERYONE });
    return [...contents.summaries.values()].flatMap((versions) => versions.toArray());
  };
  return {
    act,
    summaries,
    seminar,
    summarising,
    timesMade: () => made,
    async untilSummed(number: number) {
      for (const end = Date.now() + 60_000; ; await sleep(20)) {
        const found = await summaries();
        if (found.length >= number) return found;
        if (Date.now() > end) throw new Error(`only ${found.length} summaries`);
      }
    },
  };
}

function discussed(bodies = SAID): { ids: AnnotationId[]; intents: Intent[] } {
  const ids = bodies.map(() => annotationId());
  const [opening = annotationId()] = ids;
  const intents = bodies.map((body, n): Intent => {
    const annotation = ids[n] ?? opening;
    return n === 0
      ? { type: 'annotation.create', data: { annotation, motivation: 'commenting', target: passage, body, tags: [] } }
      : { type: 'annotation.reply', data: { annotation, target: { kind: 'annotation', annotation: opening }, body } };
  });
  return { ids, intents };
}

function sumsUp(queueUrl: () => string | undefined) {
  it('makes one summary of a burst, which cites what it rests on', async () => {
    const worker = await aWorker(queueUrl());
    const { ids, intents } = discussed();
    await worker.act(...intents);
    const [summary] = await worker.untilSummed(1);
    expect(summary).toMatchObject({ number: 1, from: 4, maker: 'extract', language: 'en', by: SCRIBE, version: 1 });
    expect(summary?.to).toBeGreaterThanOrEqual(6);
    for (const { cites } of summary?.sentences ?? []) expect(ids).toContain(cites[0]);
    await sleep(400);
    expect(await worker.summaries()).toHaveLength(1);
    expect(worker.timesMade()).toBe(1);
  });

  it('makes another when enough is new, and not before', async () => {
    const worker = await aWorker(queueUrl());
    await worker.act(...discussed().intents);
    await worker.untilSummed(1);
    const { intents } = discussed([
      'Margins of old manuscripts were wide for a reason.',
      'Printers made them narrow to save paper.',
    ]);
    await worker.act(...intents);
    await sleep(400);
    expect(await worker.summaries()).toHaveLength(1);
    await worker.act(...discussed(['Paper was half the price of a book in those days.']).intents);
    const [first, second] = await worker.untilSummed(2);
    expect(second?.to).toBeGreaterThan(first?.to ?? 0);
  });

  it('changes nothing twice, though the job runs twice', async () => {
    const worker = await aWorker(queueUrl());
    await worker.act(...discussed().intents);
    await worker.untilSummed(1);
    await worker.summarising.consider(worker.seminar);
    await sleep(400);
    expect(await worker.summaries()).toHaveLength(1);
  });

  it('tries again after a failure', async () => {
    let failures = 2;
    const worker = await aWorker(queueUrl(), {
      summarise: async (threads, seminar) => {
        if (failures-- > 0) throw new Error('not yet');
        return extractive(threads, seminar);
      },
    });
    await worker.act(...discussed().intents);
    await worker.untilSummed(1);
    expect(worker.timesMade()).toBe(3);
  });
}

describe('summing up, with its queue on Postgres', () => sumsUp(() => undefined));

(hasRedis ? describe : describe.skip)('summing up, with its queue on Redis', () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());
  sumsUp(() => redis.url);
});
