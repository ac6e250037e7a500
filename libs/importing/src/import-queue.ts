import { type JobQueue, type JobSettings, openQueue, type QueueSettings } from '#platform';
import type { UploadId } from './uploads.ts';

/** Which file is to be read. */
export interface ImportJob {
  upload: string;
}

export type ImportQueue = JobQueue<ImportJob>;

/** The queue of files to be read; the gateway and the worker put jobs in. */
export const createImportQueue = (settings: QueueSettings & JobSettings): ImportQueue =>
  openQueue<ImportJob>('import', settings);

/** One job at most for each file. */
export const addImportJobs = (queue: ImportQueue, uploads: readonly UploadId[]): Promise<unknown> =>
  queue.addBulk(
    uploads.map((upload) => ({ name: queue.name, data: { upload }, opts: { deduplication: { id: upload } } })),
  );
