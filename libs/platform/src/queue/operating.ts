/**
 * What an operator sees of the queues and may do: how much waits, which jobs failed for good (dead letters), and running
 * them again.
 */

import type { Job } from 'bullmq';
import { createQueue, type JobQueue, type QueueSettings } from './queue.ts';
import { QUEUES, type QueueName } from './queues.ts';

/** How many jobs a queue holds, by what they are waiting for. */
export interface QueueCounts {
  queue: QueueName;
  waiting: number;
  active: number;
  delayed: number;
  failed: number;
}

/** A job that failed for good. */
export interface DeadLetter {
  queue: QueueName;
  id: string;
  /** The seminar that it is about, where it is about one. */
  seminar: string | undefined;
  attempts: number;
  /** The last error, in one line. */
  reason: string;
  /** When it failed, ISO 8601. */
  at: string;
}

export class Operating {
  readonly #queues: ReadonlyMap<QueueName, JobQueue<unknown>>;

  constructor(settings: QueueSettings) {
    this.#queues = new Map(names().map((name) => [name, createQueue<unknown>(name, settings)]));
  }

  counts(): Promise<QueueCounts[]> {
    return Promise.all(
      [...this.#queues].map(async ([name, queue]) => {
        const counts = await queue.getJobCounts('waiting', 'active', 'delayed', 'failed');
        const { waiting = 0, active = 0, delayed = 0, failed = 0 } = counts;
        return { queue: name, waiting, active, delayed, failed };
      }),
    );
  }

  /** The newest dead letters of a queue, or of all, `limit` of each at most. */
  async deadLetters(only: QueueName | undefined, limit: number): Promise<DeadLetter[]> {
    const chosen = [...this.#queues].filter(([name]) => only === undefined || name === only);
    const found = await Promise.all(
      chosen.map(async ([name, queue]) => (await queue.getFailed(0, limit - 1)).map((job) => letterOf(name, job))),
    );
    return found.flat();
  }

  /** Runs a dead letter again, with all its attempts; `false` where there is none of this id. */
  async retry(name: QueueName, id: string): Promise<boolean> {
    const queue = this.#of(name);
    const job = await queue.getJob(id);
    if (!job || !(await job.isFailed())) return false;
    const { delay: _, jobId, ...options } = job.opts;
    if (!options.deduplication || jobId !== undefined) {
      await job.retry('failed', { resetAttemptsMade: true });
      return true;
    }
    // Through the front door: a job about the same seminar that waits stands for this one, one under way goes first.
    await queue.add(job.name, job.data, options);
    await job.remove();
    return true;
  }

  /** Runs every dead letter of a queue again; resolves with how many there were. */
  async retryAll(name: QueueName): Promise<number> {
    let retried = 0;
    for (const { id } of await this.#of(name).getFailed()) {
      if (id !== undefined && (await this.retry(name, id))) retried += 1;
    }
    return retried;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#queues.values()].map((queue) => queue.close()));
  }

  #of(name: QueueName): JobQueue<unknown> {
    const queue = this.#queues.get(name);
    if (!queue) throw new Error(`There is no queue ${name}`);
    return queue;
  }
}

/** Length of an error in a list. */
const REASON_CHARACTERS = 160;

const names = (): QueueName[] => Object.keys(QUEUES).filter((name): name is QueueName => name in QUEUES);

type FailedJob = Pick<Job<unknown>, 'id' | 'data' | 'attemptsMade' | 'failedReason' | 'finishedOn' | 'timestamp'>;

const letterOf = (queue: QueueName, job: FailedJob): DeadLetter => ({
  queue,
  id: job.id ?? '',
  seminar: seminarOf(job.data),
  attempts: job.attemptsMade,
  reason: (job.failedReason ?? '').replaceAll(/\s+/g, ' ').slice(0, REASON_CHARACTERS),
  at: new Date(job.finishedOn ?? job.timestamp).toISOString(),
});

const seminarOf = (data: unknown): string | undefined =>
  typeof data === 'object' && data !== null && 'seminar' in data ? String(data.seminar) : undefined;
