import { type JobQueue, type JobSettings, openQueue, type QueueSettings } from '#platform';

/** A job to send one mail. */
export interface SendJob {
  mail: string;
}

export type SendQueue = JobQueue<SendJob>;

export interface SendSettings {
  MAIL_ATTEMPTS: number;
  MAIL_RETRY_MS: number;
}

export const createSendQueue = (settings: QueueSettings & JobSettings): SendQueue =>
  openQueue<SendJob>('send', settings);

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
      },
    })),
  );
}
