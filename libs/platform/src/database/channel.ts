/**
 * A channel of Postgres's LISTEN and NOTIFY, on a connection of its own. When the connection is lost another takes its place;
 * what was said meanwhile is lost, and whoever listens is told so. What a process says comes back to it from Postgres; it is not told that.
 */
import { randomUUID } from 'node:crypto';
import pg from 'pg';

const RECONNECT_DELAY_MS = 500;

export interface ChannelListener {
  /** What another process says. */
  hear(words: string): void;
  /** Something may have been missed. */
  missed(): void;
}

export class Channel {
  readonly #pool: pg.Pool;
  readonly #name: string;
  readonly #listener: ChannelListener;
  readonly #sender = randomUUID();
  #client: pg.Client | undefined;
  #retry: NodeJS.Timeout | undefined;
  #closed = false;

  /** @param pool where to connect; none of its connections is used */
  constructor(pool: pg.Pool, name: string, listener: ChannelListener) {
    this.#pool = pool;
    this.#name = name;
    this.#listener = listener;
  }

  /** Resolves when it listens. */
  async open(): Promise<void> {
    const client = new pg.Client(this.#pool.options);
    client.on('notification', ({ payload }) => this.#hear(payload ?? ''));
    client.on('error', () => undefined);
    client.on('end', () => this.#reopen());
    await client.connect();
    await client.query(`LISTEN ${client.escapeIdentifier(this.#name)}`);
    this.#client = client;
  }

  /** The two arguments of `pg_notify` that say this. */
  saying(words: string): readonly [channel: string, payload: string] {
    return [this.#name, `${this.#sender}\n${words}`];
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#retry);
    await this.#client?.end().catch(() => undefined);
  }

  #hear(payload: string): void {
    const [sender = '', ...lines] = payload.split('\n');
    if (sender !== this.#sender) this.#listener.hear(lines.join('\n'));
  }

  #reopen(): void {
    if (this.#closed) return;
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => {
      this.open().then(
        () => this.#listener.missed(),
        () => this.#reopen(),
      );
    }, RECONNECT_DELAY_MS);
    this.#retry.unref();
  }
}
