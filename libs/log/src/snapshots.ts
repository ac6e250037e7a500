/**
 * Logs folded into what a reader sees. The log alone is the truth: a stored snapshot saves reading from the start, and is
 * thrown away wherever it doesn't fit.
 */

import type pg from 'pg';
import {
  evolve,
  evolveContents,
  type Folded,
  fromSnapshot,
  nothingFolded,
  SNAPSHOT_VERSION,
  type Snapshot,
  toSnapshot,
} from '#seminar';
import type { EventStore } from './event-store.ts';
import { LeastRecentlyUsed } from './least-recently-used.ts';
import { type LogKey, nameOf } from './log-key.ts';
import type { LogOptions } from './options.ts';

const LOAD = {
  name: 'snapshot-load',
  text: 'SELECT body FROM snapshot WHERE seminar_id = $1 AND audience = $2 AND version = $3',
};

/** A snapshot only ever goes forward, whoever writes it. */
const SAVE = {
  name: 'snapshot-save',
  text: `INSERT INTO snapshot (seminar_id, audience, position, version, body) VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (seminar_id, audience) DO UPDATE
    SET position = excluded.position, version = excluded.version, body = excluded.body
    WHERE snapshot.version <> excluded.version OR snapshot.position < excluded.position`,
};

interface Known {
  folded: Folded;
  /** Where the stored snapshot stands. */
  stored: number;
}

export class Snapshots {
  readonly #pool: pg.Pool;
  readonly #store: EventStore;
  readonly #every: number;
  readonly #known: LeastRecentlyUsed<string, Known>;
  readonly #reading = new Map<string, Promise<Folded>>();

  constructor(pool: pg.Pool, store: EventStore, options: Pick<LogOptions, 'snapshots' | 'snapshotEvery'>) {
    this.#pool = pool;
    this.#store = store;
    this.#every = options.snapshotEvery;
    this.#known = new LeastRecentlyUsed(options.snapshots);
  }

  /** The log folded as far as it goes. Those who ask at the same time share one reading. */
  newest(log: LogKey): Promise<Folded> {
    const name = nameOf(log);
    const reading = this.#reading.get(name) ?? this.#read(log).finally(() => this.#reading.delete(name));
    this.#reading.set(name, reading);
    return reading;
  }

  async #read(log: LogKey): Promise<Folded> {
    const name = nameOf(log);
    const known = this.#known.get(name) ?? (await this.#load(log));
    let { state, contents } = known.folded;
    for await (const events of this.#store.readAll(log, state.position)) {
      for (const event of events) {
        state = evolve(state, event);
        contents = evolveContents(contents, event);
      }
    }
    const folded = { state, contents };
    const renew = state.position - known.stored >= this.#every;
    this.#known.set(name, { folded, stored: renew ? state.position : known.stored });
    if (renew) await this.#save(log, toSnapshot(folded));
    return folded;
  }

  async #load({ seminar, audience }: LogKey): Promise<Known> {
    const { rows } = await this.#pool.query<{ body: Snapshot }>({
      ...LOAD,
      values: [seminar, audience, SNAPSHOT_VERSION],
    });
    const body = rows[0]?.body;
    return body ? { folded: fromSnapshot(body), stored: body.position } : { folded: nothingFolded, stored: 0 };
  }

  /** To fail at saving time is not to fail: the log is still there. */
  async #save({ seminar, audience }: LogKey, snapshot: Snapshot): Promise<void> {
    const values = [seminar, audience, snapshot.position, snapshot.version, JSON.stringify(snapshot)];
    await this.#pool.query({ ...SAVE, values }).catch(() => undefined);
  }
}
