import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import type pg from 'pg';
import type { Logger } from 'pino';
import { dropUnpublished } from '#importing';
import { createWorker, type JobQueue, type JobWorker, type QueueSettings, reportFailures } from '#platform';

interface Parts {
  pool: pg.Pool;
  queue: JobQueue<null>;
  logger: Logger;
  settings: QueueSettings & { UPLOAD_KEEP_DAYS: number; CLEAN_INTERVAL_MS: number };
}

/** One schedule for however many workers there are. */
const SCHEDULE = 'clean';

/** Drops, again and again, what was brought and never published. */
export class Cleaning implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #parts: Parts;
  #worker: JobWorker<null> | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async onApplicationBootstrap(): Promise<void> {
    const { pool, queue, logger, settings } = this.#parts;
    this.#worker = createWorker<null>(
      queue.name,
      async () => {
        const dropped = await dropUnpublished(pool, settings.UPLOAD_KEEP_DAYS);
        if (dropped.uploads + dropped.assets > 0) logger.info(dropped, 'dropped what was brought and never published');
      },
      settings,
    );
    reportFailures(this.#worker, logger, 'what was never published could not be dropped');
    await queue.upsertJobScheduler(SCHEDULE, { every: settings.CLEAN_INTERVAL_MS }, { name: queue.name, data: null });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#worker?.close();
  }
}
