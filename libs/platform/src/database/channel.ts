/**
 * A channel of Postgres's LISTEN and NOTIFY, on a connection of its own. When the connection is lost another takes its place;
 * what was said meanwhile is lost, and whoever listens is told so.
 */
import pg from 'pg';

const RECONNECT_DELAY_MS = 500;

export interface ChannelListener {
  /** A notification from any process, this one included. */
  hear(payload: string): void;
  /** Something may have been missed. */
  missed(): void;
}

export class Channel {
  readonly #pool: pg.Pool;
  readonly #name: string;
  readonly #listener: ChannelListener;
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
    client.on('notification', ({ payload }) => this.#listener.hear(payload ?? ''));
    client.on('error', () => undefined);
    client.on('end', () => this.#reopen());
    await client.connect();
    await client.query(`LISTEN ${client.escapeIdentifier(this.#name)}`);
    this.#client = client;
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#retry);
    await this.#client?.end().catch(() => undefined);
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
