/** Every queue, by name. The worker, the operators' page and `catena jobs` all go by this list. */

import { createQueue, type JobQueue, type QueueSettings } from './queue.ts';

export const QUEUES = {
  project: 'Bring the overviews of a seminar up to date',
  summarise: 'Sum up what was said on the sections of a seminar',
  digest: 'Write the digests that are due for a person',
  import: 'Read an article from a file that was brought',
  clean: 'Drop files that were brought and never published',
  send: 'Hand a mail to the mail server',
} as const;

export type QueueName = keyof typeof QUEUES;

export const isQueueName = (name: string): name is QueueName => Object.hasOwn(QUEUES, name);

/** How jobs are tried again, and how long those that failed for good are kept. */
export interface JobSettings {
  JOB_ATTEMPTS: number;
  JOB_BACKOFF_MS: number;
  DEAD_LETTER_DAYS: number;
  DEAD_LETTERS_MAX: number;
}

const DAY_S = 24 * 3_600;

/** What holds for every job of a queue where the job itself says nothing else. */
export const jobPolicy = (settings: JobSettings) => ({
  defaultJobOptions: {
    attempts: settings.JOB_ATTEMPTS,
    backoff: { type: 'exponential', delay: settings.JOB_BACKOFF_MS },
    removeOnComplete: true,
    removeOnFail: { age: settings.DEAD_LETTER_DAYS * DAY_S, count: settings.DEAD_LETTERS_MAX },
  },
});

/** One of the queues, with the policy for its jobs. */
export const openQueue = <Data>(name: QueueName, settings: QueueSettings & JobSettings): JobQueue<Data> =>
  createQueue<Data>(name, settings, jobPolicy(settings));
