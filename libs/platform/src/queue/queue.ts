/**
 * Background jobs, on BullMQ. `QUEUE_URL` alone decides whether they wait in Postgres or in Redis; nobody who adds or
 * processes a job can tell.
 */

import {
  type BackendFactory,
  createPostgresBackend,
  createRedisBackend,
  type IQueueBackend,
  type Job,
  type QueueBaseOptions,
  type QueueOptions,
  type WorkerOptions,
  withBackend,
} from 'bullmq';

/** The schema that BullMQ makes and migrates by itself; its tables are never ours. */
const SCHEMA = 'queue';

/** What a queue must know of the settings. */
export interface QueueSettings {
  QUEUE_URL: string;
  POOL_SIZE: number;
}

const isRedis = (url: string): boolean => /^rediss?:/.test(url);

const createBackend: BackendFactory<IQueueBackend, QueueSettings> = (name, { connection, ...others }, options) => {
  const { QUEUE_URL: url, POOL_SIZE: max } = connection;
  if (!isRedis(url)) {
    return createPostgresBackend(
      name,
      { ...others, connection: { connectionString: url, migrate: true, schema: SCHEMA, max } },
      options,
    );
  }
  // A queue waits for its Redis to come back, however long that takes.
  return createRedisBackend(name, { ...others, connection: { url, maxRetriesPerRequest: null } }, options);
};

const { Queue, Worker } = withBackend(createBackend);

type Options<All extends QueueBaseOptions<QueueSettings>> = Omit<All, 'connection'>;

/**
 * Where jobs are put.
 *
 * @example
 * const digests = createQueue<{ person: string }>('digest', settings);
 * await digests.add('weekly', { person }, { deduplication: { id: person }, delay: 60_000 });
 */
export const createQueue = <Data>(
  name: string,
  settings: QueueSettings,
  options: Options<QueueOptions<QueueSettings>> = {},
) => quietly(new Queue<Data>(name, { ...options, connection: settings }));

/** Works on the jobs of a queue as they fall due. An error that `processor` throws counts as a failed try. */
export const createWorker = <Data, Result = unknown>(
  name: string,
  processor: (job: Job<Data, Result>) => Promise<Result>,
  settings: QueueSettings,
  options: Options<WorkerOptions<QueueSettings>> = {},
) => quietly(new Worker<Data, Result>(name, processor, { ...options, connection: settings }));

export type JobQueue<Data> = ReturnType<typeof createQueue<Data>>;
export type JobWorker<Data, Result = unknown> = ReturnType<typeof createWorker<Data, Result>>;

/** A connection that breaks is made again; without a listener it would end the process. */
function quietly<Emitter extends { on(event: 'error', listener: () => void): unknown }>(emitter: Emitter): Emitter {
  emitter.on('error', () => undefined);
  return emitter;
}
