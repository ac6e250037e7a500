import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import {
  type ArticleReader,
  type Assets,
  addImportJobs,
  type ImportJob,
  type ImportQueue,
  readUpload,
  UploadId,
  type Uploads,
} from '#importing';
import { createWorker, type JobWorker, type QueueSettings, reportFailures } from '#platform';
import { Sweep } from './sweep.ts';

interface Parts {
  uploads: Uploads;
  assets: Assets;
  reader: ArticleReader;
  queue: ImportQueue;
  logger: Logger;
  settings: QueueSettings & { SWEEP_INTERVAL_MS: number; IMPORTS_AT_ONCE: number };
}

/** A file that is read is touched far more often, in milliseconds; one that waits in the queue gets no second job. */
const LOST_AFTER = 120_000;
const FAILED = 'Something went wrong on the server while this file was read. Try again.';

/** Reads large files that were brought. A job only says which; the row says whether anybody still waits for it. */
export class Importing implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #parts: Parts;
  #worker: JobWorker<ImportJob> | undefined;
  readonly #sweep = new Sweep(() => this.#look());

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async onApplicationBootstrap(): Promise<void> {
    const { queue, settings, logger, uploads } = this.#parts;
    this.#worker = createWorker<ImportJob>(
      queue.name,
      ({ data }) => readUpload(this.#parts, UploadId.parse(data.upload)),
      settings,
      { concurrency: settings.IMPORTS_AT_ONCE },
    );
    reportFailures(this.#worker, logger, 'a file could not be read');
    this.#worker.on('failed', (job) => {
      if (!job?.finishedOn) return;
      const told = uploads.fail(UploadId.parse(job.data.upload), { code: undefined, message: FAILED });
      void told.catch((err) => logger.warn({ err }, 'could not write down that a file was not read'));
    });
    await this.#sweep.start(settings.SWEEP_INTERVAL_MS);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#sweep.stop();
    await this.#worker?.close();
  }

  /** Looks for files that wait to be read and that no job may tell of. */
  async #look(): Promise<void> {
    const { uploads, queue, logger } = this.#parts;
    try {
      await addImportJobs(queue, await uploads.waiting(LOST_AFTER));
    } catch (err) {
      logger.warn({ err }, 'could not look for files to read; trying again later');
    }
  }
}
