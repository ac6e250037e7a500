import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { UnrecoverableError } from 'bullmq';
import type { Logger } from 'pino';
import {
  addSendJobs,
  type Delivery,
  type Mailboxes,
  type MailSite,
  type Mails,
  type MailTransport,
  type SendJob,
  type SendQueue,
  type SendSettings,
  type SignedAddresses,
  type StoredMail,
  toEml,
} from '#mail';
import { createWorker, type JobWorker, type QueueSettings, reportFailures } from '#platform';
import { Sweep } from './sweep.ts';

interface Parts {
  mails: Mails;
  mailboxes: Mailboxes;
  queue: SendQueue;
  /** `undefined` where no mail server is set: what waits goes on waiting. */
  transport: MailTransport | undefined;
  site: MailSite;
  /** `undefined` where no bounces are read. */
  addresses: SignedAddresses | undefined;
  logger: Logger;
  settings: QueueSettings &
    SendSettings & { SWEEP_INTERVAL_MS: number; MAIL_CONNECTIONS: number; MAIL_TIMEOUT_MS: number };
}

/** Mails that a sweep looks up at once. */
const SWEEP_BATCH = 1_000;
/** After so many times the server's longest silence, whoever was sending has ended: a mail takes few exchanges with it. */
const SILENCES = 20;

/**
 * Sends the mails that stand in the table, each once. A job only says which; taking the row decides who sends it. What a mail server
 * refuses for now is tried again, later and later; what is not known to have arrived is not sent again.
 */
export class Sending implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #parts: Parts;
  #worker: JobWorker<SendJob> | undefined;
  readonly #sweep = new Sweep(() => this.#look());

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async onApplicationBootstrap(): Promise<void> {
    const { transport, queue, settings, logger } = this.#parts;
    if (!transport) return;
    this.#worker = createWorker<SendJob>(
      queue.name,
      (job) => this.#send(transport, job.data.mail, job.attemptsMade + 1 >= settings.MAIL_ATTEMPTS),
      settings,
      { concurrency: settings.MAIL_CONNECTIONS },
    );
    reportFailures(this.#worker, logger, 'a mail could not be sent');
    await this.#sweep.start(settings.SWEEP_INTERVAL_MS);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#sweep.stop();
    await this.#worker?.close();
    this.#parts.transport?.close();
  }

  /** Makes jobs for mails that were added; to be called after their commit. */
  async consider(mails: readonly string[]): Promise<void> {
    const { transport, queue, settings } = this.#parts;
    if (transport && mails.length > 0) await addSendJobs(queue, mails, settings);
  }

  /** Looks for mails that no job tells of, and for those whose worker has ended. */
  nudge(): Promise<void> {
    return this.#sweep.now();
  }

  async #look(): Promise<void> {
    const { mails, logger, settings } = this.#parts;
    try {
      for (const mail of await mails.giveUp(settings.MAIL_TIMEOUT_MS * SILENCES)) {
        logger.error(
          { mail },
          'a worker ended while it was sending this mail; it may have arrived and is not sent again',
        );
      }
      await this.consider(await mails.waiting(SWEEP_BATCH));
    } catch (err) {
      logger.warn({ err }, 'could not look for mails to send; trying again later');
    }
  }

  async #send(transport: MailTransport, id: string, last: boolean): Promise<void> {
    const { mails, mailboxes } = this.#parts;
    const mail = await mails.take(id);
    if (!mail) return;
    const delivery = await this.#deliver(transport, mail);
    await mails.settle(id, statusAfter(delivery, last), delivery.kind === 'sent' ? undefined : delivery.reason);
    if (delivery.kind === 'refused') {
      if (delivery.unknownRecipient) await mailboxes.stop(mail.address, 'bounce');
      throw new UnrecoverableError(delivery.reason);
    }
    if (delivery.kind === 'unknown') throw new UnrecoverableError(delivery.reason);
    if (delivery.kind === 'later') throw new Error(delivery.reason);
  }

  async #deliver(transport: MailTransport, mail: StoredMail & { address: string }): Promise<Delivery> {
    const { site, addresses } = this.#parts;
    try {
      const raw = await toEml(mail, site);
      const sender = addresses?.bounce(mail.id) ?? addressIn(site.from);
      return await transport.deliver({ sender, recipient: mail.address, raw });
    } catch (error) {
      // Nothing has gone out; a fault of ours must not leave the mail as one that may have.
      return { kind: 'later', reason: String(error) };
    }
  }
}

function statusAfter({ kind }: Delivery, last: boolean): 'sent' | 'queued' | 'failed' | 'unknown' {
  if (kind === 'sent' || kind === 'unknown') return kind;
  return kind === 'later' && !last ? 'queued' : 'failed';
}

/** The bare address in `Name <address>`. */
const addressIn = (from: string): string => /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from;
