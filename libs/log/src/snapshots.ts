/**
 * Logs folded into what a reader sees, as they are now and as they stood at any position. The log alone is the truth: a
 * stored snapshot saves reading from the start, and is passed over wherever it doesn't fit.
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
import { nextPlace } from './snapshot-places.ts';

/** The nearest one at or before a position, or before the head; of this layout, and none that the log doesn't reach. */
const LOAD = {
  name: 'snapshot-load',
  text: `SELECT snapshot.position, snapshot.body
    FROM snapshot JOIN log USING (seminar_id, audience)
    WHERE seminar_id = $1 AND audience = $2 AND snapshot.version = $3
      AND snapshot.position <= least(log.head, $4::bigint)
    ORDER BY snapshot.position DESC
    LIMIT 1`,
};

const SAVE = {
  name: 'snapshot-save',
  text: `INSERT INTO snapshot (seminar_id, audience, position, version, body) VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (seminar_id, audience, position) DO UPDATE
    SET version = excluded.version, body = excluded.body
    WHERE snapshot.version <> excluded.version`,
};

const READ_BATCH = 1_000;

export class Snapshots {
  readonly #pool: pg.Pool;
  readonly #store: EventStore;
  readonly #every: number;
  readonly #known: LeastRecentlyUsed<string, Folded>;
  /** Of each log the state that was last looked back at: whoever plays it forward needs only what follows. */
  readonly #past: LeastRecentlyUsed<string, Folded>;
  readonly #reading = new Map<string, Promise<Folded>>();

  constructor(pool: pg.Pool, store: EventStore, options: Pick<LogOptions, 'snapshots' | 'snapshotEvery'>) {
    this.#pool = pool;
    this.#store = store;
    this.#every = options.snapshotEvery;
    this.#known = new LeastRecentlyUsed(options.snapshots);
    this.#past = new LeastRecentlyUsed(options.snapshots);
  }

  /** The log folded as far as it goes. Those who ask at the same time share one reading. */
  newest(log: LogKey): Promise<Folded> {
    const name = nameOf(log);
    const reading = this.#reading.get(name) ?? this.#readNewest(log).finally(() => this.#reading.delete(name));
    this.#reading.set(name, reading);
    return reading;
  }

  /** The log folded up to a position; `undefined` where it doesn't reach that far. */
  async at(log: LogKey, position: number): Promise<Folded | undefined> {
    const name = nameOf(log);
    const [near] = [this.#known.get(name), this.#past.get(name)]
      .filter((known) => known !== undefined && this.#isNear(known, position))
      .sort((a, b) => (b?.state.position ?? 0) - (a?.state.position ?? 0));
    const folded = await this.#foldOn(log, near ?? (await this.#load(log, position)), position);
    if (folded.state.position !== position) return undefined;
    this.#past.set(name, folded);
    return folded;
  }

  /** Is a position reached from this state without passing a place at which one is kept? */
  #isNear({ state }: Folded, position: number): boolean {
    return state.position <= position && position < nextPlace(state.position, this.#every);
  }

  async #readNewest(log: LogKey): Promise<Folded> {
    const name = nameOf(log);
    const folded = await this.#foldOn(log, this.#known.get(name) ?? (await this.#load(log)));
    this.#known.set(name, folded);
    return folded;
  }

  /** Reads on to `until`, or to the end. The last place on the way at which states are kept is kept. */
  async #foldOn(log: LogKey, from: Folded, until = Number.POSITIVE_INFINITY): Promise<Folded> {
    let folded = from;
    let passed: Folded | undefined;
    let place = nextPlace(from.state.position, this.#every);
    while (folded.state.position < until) {
      const after = folded.state.position;
      const events = await this.#store.read(log, after, Math.min(READ_BATCH, until - after));
      for (const event of events) {
        folded = { state: evolve(folded.state, event), contents: evolveContents(folded.contents, event) };
        if (event.position === place) {
          passed = folded;
          place = nextPlace(place, this.#every);
        }
      }
      if (events.length < READ_BATCH) break;
    }
    if (passed) await this.#save(log, toSnapshot(passed));
    return folded;
  }

  async #load({ seminar, audience }: LogKey, position?: number): Promise<Folded> {
    const { rows } = await this.#pool.query<{ position: number; body: Snapshot }>({
      ...LOAD,
      values: [seminar, audience, SNAPSHOT_VERSION, position],
    });
    const [row] = rows;
    return (row && restored(row.body, Number(row.position))) ?? nothingFolded;
  }

  /** To fail at saving is not to fail: the log is still there. */
  async #save({ seminar, audience }: LogKey, snapshot: Snapshot): Promise<void> {
    const values = [seminar, audience, snapshot.position, snapshot.version, JSON.stringify(snapshot)];
    await this.#pool.query({ ...SAVE, values }).catch(() => undefined);
  }
}

/** What a stored snapshot holds; `undefined` for one that can't be what was stored there. */
function restored(body: Snapshot, position: number): Folded | undefined {
  try {
    return body.position === position ? fromSnapshot(body) : undefined;
  } catch {
    return undefined;
  }
}
