import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { type Answer, type ProtocolError, protocolError } from '#protocol';
import { Refused } from './refused.ts';

/** Errors by which Postgres or the way to it says: not now. Classes 08, 53, 57 of appendix A, and Node's own. */
const UNAVAILABLE = /^(08...|53...|57P..|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/;

/** The one place where what went wrong becomes an answer. */
export class Answers {
  readonly #log: Logger;

  constructor(log: Logger) {
    this.#log = log;
  }

  /** What somebody caused is told to them; what is our fault is logged, and told without its particulars. */
  explain(failure: unknown, doing: string): ProtocolError {
    if (failure instanceof Refused) return failure.error;
    const unavailable = isUnavailable(failure);
    const id = randomUUID();
    this.#log.error({ err: failure, doing, id }, unavailable ? 'the database is out of reach' : 'something is broken');
    return unavailable
      ? protocolError('server/unavailable')
      : protocolError('server/failure', `${protocolError('server/failure').message} (${id})`);
  }

  /** Acts, and answers the socket with what came of it. */
  async toSocket<T extends object>(doing: string, act: () => Promise<T>): Promise<Answer<T>> {
    try {
      return { ok: true, ...(await act()) };
    } catch (failure) {
      return { ok: false, error: this.explain(failure, doing) };
    }
  }
}

function isUnavailable(failure: unknown): boolean {
  if (!(failure instanceof Error)) return false;
  const code = 'code' in failure ? String(failure.code) : '';
  return (
    UNAVAILABLE.test(code) || /^(Connection terminated|timeout exceeded when trying to connect)/.test(failure.message)
  );
}
