import { once } from 'node:events';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { freePort } from '#platform';

export interface CaughtMail {
  /** The envelope. */
  sender: string;
  recipient: string;
  /** As it came over the wire. */
  raw: Buffer;
  mail: ParsedMail;
}

/** What the catcher answers in place of taking a mail; `hang up` breaks the connection. */
export type Refusal = { code: number; text: string } | 'hang up';

export interface MailCatcher {
  url: string;
  /** Mails that were taken, in the order in which they came. */
  mails: CaughtMail[];
  /** Answers to the next recipients, one each. */
  atRecipient: Refusal[];
  /** Answers after the next messages, one each. */
  atMessage: Refusal[];
  /** How often a recipient was named. */
  tries(): number;
  stop(): Promise<void>;
}

/** A real SMTP server on the loopback address that keeps what it is given. */
export async function startMailCatcher({ slow = 0 } = {}): Promise<MailCatcher> {
  const mails: CaughtMail[] = [];
  const atRecipient: Refusal[] = [];
  const atMessage: Refusal[] = [];
  let tries = 0;
  const refuse = (refusal: Refusal, answer: (error: Error) => void, session: { id: string }): void => {
    if (refusal !== 'hang up') answer(Object.assign(new Error(refusal.text), { responseCode: refusal.code }));
    else for (const { id, _socket } of server.connections) if (id === session.id) _socket.destroy();
  };
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onRcptTo(_, session, answer) {
      tries += 1;
      const refusal = atRecipient.shift();
      if (refusal) refuse(refusal, answer, session);
      else answer();
    },
    onData(stream, session, answer) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', async () => {
        const refusal = atMessage.shift();
        if (refusal) {
          refuse(refusal, answer, session);
          return;
        }
        const raw = Buffer.concat(chunks);
        const { mailFrom, rcptTo } = session.envelope;
        mails.push({
          sender: mailFrom ? mailFrom.address : '',
          recipient: rcptTo.map(({ address }) => address).join(),
          raw,
          mail: await simpleParser(raw),
        });
        setTimeout(() => answer(), slow);
      });
    },
  });
  server.on('error', () => undefined);
  const port = await freePort();
  const listener = server.listen(port, '127.0.0.1');
  await once(listener, 'listening');
  return {
    ...{ url: `smtp://127.0.0.1:${port}`, mails, atRecipient, atMessage },
    tries: () => tries,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
