/**
 * Tells other processes that a log has grown. A hint and no more: it is sent after the commit, may be lost, and says
 * nothing about what happened; whoever hears it reads the log. (Inside the transaction, NOTIFY would make all commits of
 * the database wait for each other.)
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { Channel } from '#platform';
import { Audience, SeminarId } from '#seminar';
import { type LogKey, nameOf } from './log-key.ts';

const CHANNEL = 'catena_log';
/** Postgres takes 8,000 bytes in one notification. */
const LOGS_PER_NOTIFICATION = 70;
/** Between two notifications: half of what a frame waits, so that nobody sees it, and a busy log is not announced at every commit. */
const HINT_INTERVAL_MS = 8;
/** A commit like any other, and yet not worth waiting for the disk: what a crash takes away was a hint. */
const NOTIFY = {
  name: 'notify',
  text: `SELECT set_config('synchronous_commit', 'off', true), pg_notify($1, $2)`,
};

/** `undefined`: hints may have been lost, so look at every log. */
type Listener = (log: LogKey | undefined) => void;

export class WakeUps {
  readonly #pool: pg.Pool;
  readonly #listeners = new Set<Listener>();
  readonly #waiting = new Map<string, LogKey>();
  readonly #channel: Channel;
  #sending = false;
  #closed = false;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
    this.#channel = new Channel(pool, CHANNEL, {
      hear: (words) => this.#hear(words),
      missed: () => this.#tell(undefined),
    });
  }

  /** Begins to listen; resolves when the first connection stands. */
  async start(): Promise<void> {
    await this.#channel.open();
  }

  /** Calls back for each hint, from this process or another. Answers with the way to stop it. */
  on(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Says that these logs have grown: here at once, elsewhere soon. Never throws; a hint that fails is lost. */
  announce(logs: readonly LogKey[]): void {
    for (const log of logs) {
      this.#waiting.set(nameOf(log), log);
      this.#tell(log);
    }
    if (!this.#sending && logs.length > 0) void this.#send();
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#channel.close();
  }

  /** The first at once; what comes meanwhile goes together in the next. */
  async #send(): Promise<void> {
    this.#sending = true;
    while (this.#waiting.size > 0 && !this.#closed) {
      const names = [...this.#waiting.keys()].slice(0, LOGS_PER_NOTIFICATION);
      for (const name of names) this.#waiting.delete(name);
      const values = [...this.#channel.saying(names.join('\n'))];
      await this.#pool.query({ ...NOTIFY, values }).catch(() => undefined);
      await sleep(HINT_INTERVAL_MS);
    }
    this.#sending = false;
  }

  #hear(words: string): void {
    for (const name of words.split('\n')) {
      const [seminar, audience] = name.split(' ');
      this.#tell({ seminar: SeminarId.parse(seminar), audience: Audience.parse(audience) });
    }
  }

  #tell(log: LogKey | undefined): void {
    for (const listener of this.#listeners) listener(log);
  }
}
