import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { pino } from 'pino';
import { EventStore, WakeUps } from '#log';
import { type AppSettings, createPool, createQueue } from '#platform';
import { Projector } from '#read-models';
import { Projecting, type ProjectJob } from './projecting.ts';
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
  const wakeUps = new WakeUps(pool);
  const queue = createQueue<ProjectJob>('project', settings);
  const projecting = new Projecting({
    projector: new Projector(pool, new EventStore(pool)),
    queue,
    wakeUps,
    logger,
    settings,
  });

  const app = await NestFactory.createApplicationContext(workerModule({ projecting }), {
    logger: false,
    abortOnError: false,
  });
  await wakeUps.start();
  return {
    async close() {
      await wakeUps.close();
      await app.close();
      await queue.close();
      await pool.end();
    },
  };
}
