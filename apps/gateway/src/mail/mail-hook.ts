import { createHash, timingSafeEqual } from 'node:crypto';
import type { Mailboxes, Receiving } from '#mail';
import type { MailReport, MailTaken } from '#protocol';
import { Refused } from '../refused.ts';

/** Takes mail, bounces and complaints over HTTP from whoever knows the secret; without one there is nothing here. */
export class MailHook {
  readonly #secret: string | undefined;
  readonly #receiving: Receiving | undefined;
  readonly #mailboxes: Mailboxes;

  constructor(secret: string | undefined, receiving: Receiving | undefined, mailboxes: Mailboxes) {
    this.#secret = secret;
    this.#receiving = receiving;
    this.#mailboxes = mailboxes;
  }

  /** `raw`: the mail as it came in; `undefined` where something else was sent. */
  async take(given: unknown, raw: unknown): Promise<MailTaken> {
    this.#check(given);
    if (!this.#receiving) throw new Refused('request/unknown-route');
    if (!Buffer.isBuffer(raw)) throw new Refused('request/malformed');
    const became = await this.#receiving.receive(raw);
    if (became === 'later') throw new Refused('server/unavailable');
    return { became };
  }

  async report(given: unknown, { type, address, permanent }: MailReport): Promise<MailTaken> {
    this.#check(given);
    if (type === 'bounce' && !permanent) return { became: 'ignored' };
    const stopped = await this.#mailboxes.stop(address, type);
    return { became: stopped.length > 0 ? 'stopped' : 'ignored' };
  }

  #check(given: unknown): void {
    if (this.#secret === undefined) throw new Refused('request/unknown-route');
    if (typeof given !== 'string' || !timingSafeEqual(digest(given), digest(this.#secret))) {
      throw new Refused('mail/wrong-secret');
    }
  }
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
