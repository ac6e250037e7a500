/** The embedded Postgres, kept running: one that ends by itself is started again in the same place. */

import { setTimeout as sleep } from 'node:timers/promises';
import { type DataFolder, type EmbeddedPostgres, errorMessage, startEmbeddedPostgres } from '#platform';

export interface PostgresOptions {
  folder: DataFolder;
  poolSize: number;
  say(line: string): void;
  /** Told when it cannot be brought back. */
  onLoss(): void;
}

/** Tries in a row to bring it back. */
const TRIES = 5;

export class PostgresProcess {
  readonly #options: PostgresOptions;
  #running: EmbeddedPostgres | undefined;
  #stopping = false;

  constructor(options: PostgresOptions) {
    this.#options = options;
  }

  /** Starts it, and resolves with the address of the database. */
  async start(): Promise<string> {
    const { folder, poolSize, say } = this.#options;
    const postgres = await startEmbeddedPostgres({
      dataDir: folder.path,
      say,
      onSpawn: (process) => folder.record('postgres', process),
      // Gateway, worker, queue, and a few to spare for a person with psql.
      maxConnections: Math.max(100, 5 * poolSize + 20),
    });
    this.#running = postgres;
    void postgres.ended.then(() => this.#afterEnd());
    return postgres.url;
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#running?.stop();
    await this.#options.folder.record('postgres', undefined);
  }

  /** Ends it now; the next start puts its files in order. */
  kill(): void {
    this.#stopping = true;
    if (this.#running !== undefined) process.kill(this.#running.process.pid, 'SIGQUIT');
  }

  async #afterEnd(): Promise<void> {
    this.#running = undefined;
    const { say, onLoss } = this.#options;
    for (let tries = 1; !this.#stopping; tries++) {
      say('Postgres has ended unexpectedly; starting it again.');
      try {
        await this.start();
        return say('Postgres is back.');
      } catch (error) {
        say(errorMessage(error));
        if (tries === TRIES) return onLoss();
        await sleep(1_000);
      }
    }
  }
}
