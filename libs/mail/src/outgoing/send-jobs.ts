import { createQueue, type JobQueue, type QueueSettings } from '#platform';

/** A job to send one mail. */
export interface SendJob {
  mail: string;
}

export type SendQueue = JobQueue<SendJob>;

export interface SendSettings {
  MAIL_ATTEMPTS: number;
  MAIL_RETRY_MS: number;
}

/** Jobs that failed for good are kept for an operator, for this long and so many. */
const DEAD_LETTERS = { age: 30 * 24 * 3_600, count: 10_000 };

export const createSendQueue = (settings: QueueSettings): SendQueue => createQueue<SendJob>('send', settings);

/** Tells the workers of mails that stand in the table: one job for each, however often it is told. */
export async function addSendJobs(
  queue: SendQueue,
  mails: readonly string[],
  { MAIL_ATTEMPTS: attempts, MAIL_RETRY_MS: delay }: SendSettings,
): Promise<void> {
  await queue.addBulk(
    mails.map((mail) => ({
      name: queue.name,
      data: { mail },
      opts: {
        deduplication: { id: mail },
        attempts,
        backoff: { type: 'exponential', delay },
        removeOnComplete: true,
        removeOnFail: DEAD_LETTERS,
      },
    })),
  );
}
