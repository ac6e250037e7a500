import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { pino } from 'pino';
import { openLog } from '#log';
import { type AppSettings, createPool, createQueue, limitsOf } from '#platform';
import { Projector, Rebuilder, SectionsToSumUp } from '#read-models';
import { summariseSection } from '#summary';
import { Projecting } from './projecting.ts';
import type { SeminarJob } from './seminar-jobs.ts';
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
  };
  const summarising = new Summarising({
    sections: new SectionsToSumUp(pool),
    seminars: log.seminars,
    queue: queues.summarise,
    summarise: extractive(settings),
    logger,
    settings,
  });
  const projecting = new Projecting({
    projector: new Projector(pool, log.store),
    rebuilder: new Rebuilder(pool, log.store),
    queue: queues.project,
    onProjected: (seminar) => summarising.consider(seminar),
    wakeUps: log.wakeUps,
    logger,
    settings,
  });

  const app = await NestFactory.createApplicationContext(workerModule({ projecting, summarising }), {
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
