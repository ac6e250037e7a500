import { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import { type Delivery, deliveryOf } from './delivery.ts';

export interface TransportSettings {
  SMTP_URL: string;
  MAIL_CONNECTIONS: number;
  MAIL_TIMEOUT_MS: number;
}

/** A message and its envelope (RFC 5321 §2.3.1). */
export interface Posting {
  /** Who is told where it cannot be delivered. */
  sender: string;
  recipient: string;
  /** The message, CRLF. */
  raw: Buffer;
}

/** The way to the mail server: a few connections that are kept open. */
export class MailTransport {
  readonly #mailer;
  /** Messages whose words have begun to go out: what happens to them after that, a broken connection does not tell. */
  readonly #handedOver = new WeakSet<object>();

  constructor({ SMTP_URL: url, MAIL_CONNECTIONS: maxConnections, MAIL_TIMEOUT_MS: timeout }: TransportSettings) {
    this.#mailer = createTransport({
      ...{ url, pool: true as const, maxConnections },
      ...{ connectionTimeout: timeout, greetingTimeout: timeout, socketTimeout: timeout },
      // The library would send again what a broken connection leaves open. Whether to try again is for the job to say.
      maxRequeues: 0,
      ...{ disableFileAccess: true, disableUrlAccess: true },
    });
    this.#mailer.use('stream', ({ data, message }, done) => {
      const { raw } = data;
      // Read only after the server has said that it takes the message (354).
      if (Buffer.isBuffer(raw)) message.createReadStream = () => this.#readOnce(raw);
      done();
    });
  }

  async deliver({ sender, recipient, raw }: Posting): Promise<Delivery> {
    try {
      await this.#mailer.sendMail({ envelope: { from: sender, to: [recipient] }, raw });
      return { kind: 'sent' };
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      return deliveryOf(error, this.#handedOver.has(raw));
    }
  }

  close(): void {
    this.#mailer.close();
  }

  #readOnce(raw: Buffer): Readable {
    const note = (): void => void this.#handedOver.add(raw);
    return new Readable({
      read() {
        note();
        this.push(raw);
        this.push(null);
      },
    });
  }
}
