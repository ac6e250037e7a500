import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import type { Digests, Subscriptions } from '#digest';
import { PersonId } from '#people';
import { createWorker, type JobQueue, type JobWorker, type QueueSettings, reportFailures } from '#platform';
import type { SeminarId } from '#seminar';
import { addPersonJobs, type PersonJob } from './jobs.ts';

interface Parts {
  digests: Digests;
  subscriptions: Subscriptions;
  queue: JobQueue<PersonJob>;
  /** Brings what digests are made from up to date, the summaries too. */
  prepare(seminar: SeminarId): Promise<void>;
  /** Told of each mail that was put down to be sent. */
  onMail(id: string): Promise<void>;
  logger: Logger;
  settings: QueueSettings & { DIGEST_INTERVAL_MS: number };
}

/** People whose digests a worker writes at the same time. */
const CONCURRENCY = 2;

/** Gives digests their dates when seminars grow, and has them written when they are due. */
export class Digesting implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #parts: Parts;
  #worker: JobWorker<PersonJob> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> = Promise.resolve();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  onApplicationBootstrap(): void {
    const { queue, settings, logger } = this.#parts;
    this.#worker = createWorker<PersonJob>(
      queue.name,
      ({ data }) => this.#tell(PersonId.parse(data.person)),
      settings,
      {
        concurrency: CONCURRENCY,
      },
    );
    reportFailures(this.#worker, logger, 'a digest could not be written');
    this.#timer = setInterval(() => this.#look(), settings.DIGEST_INTERVAL_MS);
    this.#look();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.#timer);
    await this.#looking;
    await this.#worker?.close();
  }

  /** A seminar has grown: what is told of it is given a date, and written at once where that is now. */
  async consider(seminar: SeminarId): Promise<void> {
    const now = new Date().toISOString();
    const earliest = await this.#parts.subscriptions.schedule(seminar, now);
    if (earliest !== undefined && earliest <= now) this.#look();
  }

  #look(): void {
    this.#looking = this.#looking.then(async () => {
      try {
        const { subscriptions, queue } = this.#parts;
        await addPersonJobs(queue, await subscriptions.persons(new Date().toISOString()));
      } catch (err) {
        this.#parts.logger.warn({ err }, 'could not look for digests that are due; trying again later');
      }
    });
  }

  async #tell(person: PersonId): Promise<void> {
    const { subscriptions, digests, prepare, onMail } = this.#parts;
    const now = new Date().toISOString();
    for (const seminar of await subscriptions.dueSeminars(person, now)) await prepare(seminar);
    const mail = await digests.deliver(person, now);
    if (mail !== undefined) await onMail(mail);
  }
}
