import type pg from 'pg';
import { type EventStore, inTransaction, type LogKey } from '#log';
import type { SeminarId } from '#seminar';
import { behind, lockCheckpoint, moveCheckpoint } from './checkpoints.ts';
import { logsOf, type Projection } from './projection.ts';

/** Events that are folded in one transaction. */
export const BATCH = 1_000;

/** `folded` to the end; or left alone, since an `earlier` or a `later` version of the projection has folded this log. */
export type Projected = 'folded' | 'earlier' | 'later';

/**
 * Folds logs into projections. Each event is folded once: the rows and the checkpoint are written in one transaction,
 * with the checkpoint's row as lock, so that any number of processes may project the same log at the same time.
 */
export class Projector {
  readonly #pool: pg.Pool;
  readonly #store: EventStore;

  constructor(pool: pg.Pool, store: EventStore) {
    this.#pool = pool;
    this.#store = store;
  }

  /** Folds everything that this seminar's logs hold beyond their checkpoints. */
  async project(projection: Projection, seminar: SeminarId): Promise<Projected> {
    let projected: Projected = 'folded';
    for (const log of await logsOf(projection, seminar, this.#pool)) {
      const one = await this.#projectLog(projection, log);
      if (one !== 'folded') projected = one;
    }
    return projected;
  }

  async #projectLog(projection: Projection, log: LogKey): Promise<Projected> {
    for (;;) {
      const folded = await this.#foldNext(projection, log);
      if (typeof folded !== 'number') return folded;
      if (folded < BATCH) return 'folded';
    }
  }

  /** The seminars that are not folded to their end by this version of the projection; of all, or of these. */
  behind(projection: Projection, among?: readonly SeminarId[]): Promise<SeminarId[]> {
    return behind(projection, this.#pool, among);
  }

  /** Folds one batch; answers how many events it was. */
  #foldNext(projection: Projection, log: LogKey): Promise<number | 'earlier' | 'later'> {
    return inTransaction(this.#pool, async (transaction) => {
      const { position, version } = await lockCheckpoint(projection, log, transaction);
      if (version !== projection.version) return version < projection.version ? 'earlier' : 'later';
      const events = await this.#store.read(log, position, BATCH, transaction);
      if (events.length === 0) return 0;
      await projection.fold(log, events, transaction);
      await moveCheckpoint(projection, log, position + events.length, transaction);
      return events.length;
    });
  }
}
