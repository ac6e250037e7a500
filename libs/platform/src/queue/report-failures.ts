import type { Logger } from 'pino';
import type { JobWorker } from './queue.ts';

/** Logs a job that failed for good, once, under the id by which an operator runs it again; a failed try only for those who debug. */
export function reportFailures<Data>(worker: JobWorker<Data>, logger: Logger, message: string): void {
  worker.on('failed', (job, err) => {
    const about = { err, queue: worker.name, job: job?.id, about: job?.data, attempts: job?.attemptsMade };
    if (job && !job.finishedOn) logger.debug(about, `${message}; it is tried again`);
    else logger.error(about, message);
  });
}
