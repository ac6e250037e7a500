import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { pino } from 'pino';
import { Digests, digestOptionsOf, Subscriptions } from '#digest';
import { openLog } from '#log';
import { Mailboxes, Mails } from '#mail';
import { signingSecret, Tokens } from '#people';
import { type AppSettings, createPool, createQueue, limitsOf } from '#platform';
import { Projector, Rebuilder, SectionsToSumUp } from '#read-models';
import { summariseSection } from '#summary';
import { Digesting } from './digesting.ts';
import type { PersonJob, SeminarJob } from './jobs.ts';
import { Projecting } from './projecting.ts';
import { type Summarise, Summarising } from './summarising.ts';
import { workerModule } from './worker.module.ts';

/** A worker that takes jobs. */
export interface Worker {
  /** Finishes the jobs under way, then stops. */
  close(): Promise<void>;
}

/** Starts a worker on a database that has been migrated. */
export async function startWorker(settings: AppSettings): Promise<Worker> {
  const logger = pino({ level: settings.LOG_LEVEL });
  const pool = createPool(settings.DATABASE_URL, settings.POOL_SIZE, {
    name: 'catena worker',
    onError: (err) => logger.warn({ err }, 'a connection to the database broke'),
  });
  const log = await openLog(pool, { states: settings.STATES_MAX, limits: limitsOf(settings) }, (err, { type }) =>
    logger.error({ err, command: type }, 'a command of the worker failed'),
  );
  const queues = {
    project: createQueue<SeminarJob>('project', settings),
    summarise: createQueue<SeminarJob>('summarise', settings),
    digest: createQueue<PersonJob>('digest', settings),
  };
  const summarising = new Summarising({
    sections: new SectionsToSumUp(pool),
    seminars: log.seminars,
    queue: queues.summarise,
    summarise: extractive(settings),
    logger,
    settings,
  });
  const subscriptions = new Subscriptions(pool);
  const digests = new Digests(
    pool,
    {
      subscriptions,
      mails: new Mails(pool),
      mailboxes: new Mailboxes(pool),
      tokens: new Tokens(await signingSecret(pool, settings.SESSION_SECRET)),
    },
    digestOptionsOf(settings),
  );
  const digesting = new Digesting({
    ...{ digests, subscriptions, logger, settings },
    queue: queues.digest,
    prepare: async (seminar) => {
      await projecting.project(seminar);
      await summarising.sumUp(seminar);
      await projecting.project(seminar);
    },
    onMail: async () => undefined,
  });
  const projecting = new Projecting({
    projector: new Projector(pool, log.store),
    rebuilder: new Rebuilder(pool, log.store),
    queue: queues.project,
    onProjected: async (seminar) => {
      await summarising.consider(seminar);
      await digesting.consider(seminar);
    },
    wakeUps: log.wakeUps,
    logger,
    settings,
  });

  const app = await NestFactory.createApplicationContext(workerModule({ digesting, projecting, summarising }), {
    logger: false,
    abortOnError: false,
  });
  return {
    async close() {
      await app.close();
      await log.close();
      await Promise.all(Object.values(queues).map((queue) => queue.close()));
      await pool.end();
    },
  };
}

const extractive =
  ({ SUMMARY_WORDS: words, SUMMARY_LEAST: contributions }: AppSettings): Summarise =>
  async (threads) => {
    const summary = summariseSection(threads, { words, contributions });
    return summary && { ...summary, maker: 'extract' };
  };
