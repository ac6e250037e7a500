import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';
import type { Received, Receiving } from './receiving.ts';

interface InboundSettings {
  INBOUND_SMTP_PORT: number;
  INBOUND_SMTP_HOST: string;
  INBOUND_CONNECTIONS: number;
  INBOUND_MAX_BYTES: number;
  /** What it calls itself. */
  domain: string;
}

/** Addresses that one mail may be for. */
const RECIPIENTS = 10;
/** A client that is silent for so long has gone, in milliseconds. */
const SILENCE = 60_000;

/** Takes mail by SMTP: for addresses of ours only, so it cannot be made to relay. Encryption is the business of the server before it. */
export class InboundSmtp {
  readonly #server: SMTPServer;
  readonly #settings: InboundSettings;

  constructor(receiving: Receiving, settings: InboundSettings, onFailure: (error: unknown) => void) {
    this.#settings = settings;
    this.#server = new SMTPServer({
      ...{
        name: settings.domain,
        size: settings.INBOUND_MAX_BYTES,
        rejectOversized: true,
        maxClients: settings.INBOUND_CONNECTIONS,
      },
      ...{ disabledCommands: ['AUTH', 'STARTTLS'], disableReverseLookup: true, logger: false },
      ...{ maxRecipients: RECIPIENTS, socketTimeout: SILENCE },
      onRcptTo: ({ address }, _, answer) =>
        receiving.takes(address) ? answer() : answer(refusal(550, '5.1.1 There is no such address here')),
      onData: (stream, { envelope }, answer) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => {
          // What is too large is read to its end and let go.
          if (!stream.sizeExceeded) chunks.push(chunk);
        });
        stream.on('end', () => {
          if (stream.sizeExceeded) answer(refusal(552, '5.3.4 The mail is larger than is taken here'));
          else
            receiving
              .receive(
                Buffer.concat(chunks),
                envelope.rcptTo.map(({ address }) => address),
              )
              .then(
                (received) => answer(...answerTo(received)),
                (error: unknown) => {
                  onFailure(error);
                  answer(NOT_NOW);
                },
              );
        });
      },
    });
    this.#server.on('error', onFailure);
  }

  /** Resolves when it listens. */
  async listen(): Promise<void> {
    const { INBOUND_SMTP_PORT: port, INBOUND_SMTP_HOST: host } = this.#settings;
    await once(this.#server.listen(port, host), 'listening');
  }

  /** Answers what is under way, then stops. */
  close(): Promise<void> {
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }
}

const refusal = (responseCode: number, text: string): Error => Object.assign(new Error(text), { responseCode });
const NOT_NOW = refusal(451, '4.3.0 Not now; bring it again');

/** Whoever wrote it is told by mail why it was refused; the server that brings it has done its part. */
const answerTo = (received: Received): [Error | null, string?] => (received === 'later' ? [NOT_NOW] : [null, 'Taken']);
