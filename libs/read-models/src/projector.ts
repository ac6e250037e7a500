import type pg from 'pg';
import { type EventStore, inTransaction, type LogKey, type Queryable } from '#log';
import type { SeminarId } from '#seminar';
import type { Projection } from './projection.ts';

const BATCH = 1_000;

/** Locks the checkpoint: whoever else projects this log waits, then finds nothing left to do. */
const LOCK_CHECKPOINT = {
  name: 'lock-checkpoint',
  text: `INSERT INTO checkpoint (projection, seminar_id, audience, position) VALUES ($1, $2, $3, 0)
    ON CONFLICT (projection, seminar_id, audience) DO UPDATE SET position = checkpoint.position
    RETURNING position`,
};

const MOVE_CHECKPOINT = {
  name: 'move-checkpoint',
  text: 'UPDATE checkpoint SET position = $4 WHERE projection = $1 AND seminar_id = $2 AND audience = $3',
};

const FORGET_CHECKPOINT = {
  name: 'forget-checkpoint',
  text: 'UPDATE checkpoint SET position = 0 WHERE projection = $1 AND seminar_id = $2 AND audience = $3',
};

/** Logs whose head is beyond their checkpoint; rides on the primary keys of both tables. */
const BEHIND = `
  SELECT log.seminar_id
  FROM log LEFT JOIN checkpoint
    ON checkpoint.projection = $1
    AND checkpoint.seminar_id = log.seminar_id AND checkpoint.audience = log.audience
  WHERE log.audience = $2 AND log.head > coalesce(checkpoint.position, 0)`;

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

  /** Folds everything that this seminar's log holds beyond the checkpoint. */
  async project(projection: Projection, seminar: SeminarId): Promise<void> {
    const log: LogKey = { seminar, audience: projection.audience };
    while (
      (await this.#atCheckpoint(projection, log, (at, transaction) => this.#fold(projection, log, at, transaction))) ===
      BATCH
    );
  }

  /** Folds a seminar anew from its first event. Readers see what was there before until it is done. */
  async rebuild(projection: Projection, seminar: SeminarId): Promise<void> {
    const log: LogKey = { seminar, audience: projection.audience };
    await this.#atCheckpoint(projection, log, async (_, transaction) => {
      await projection.forget(seminar, transaction);
      await transaction.query({ ...FORGET_CHECKPOINT, values: [projection.name, seminar, log.audience] });
      for (let at = 0; ; ) {
        const folded = await this.#fold(projection, log, at, transaction);
        if (folded < BATCH) return;
        at += folded;
      }
    });
  }

  /** The seminars that have events beyond the checkpoint; of all, or of these. */
  async behind(projection: Projection, among?: readonly SeminarId[]): Promise<SeminarId[]> {
    const { rows } = await this.#pool.query<{ seminar_id: SeminarId }>(
      among
        ? {
            name: 'behind-among',
            text: `${BEHIND} AND log.seminar_id = ANY ($3::uuid[])`,
            values: [projection.name, projection.audience, among],
          }
        : { name: 'behind', text: BEHIND, values: [projection.name, projection.audience] },
    );
    return rows.map(({ seminar_id }) => seminar_id);
  }

  /** Folds one batch from a position on; answers how many events it was. */
  async #fold(projection: Projection, log: LogKey, at: number, transaction: Queryable): Promise<number> {
    const events = await this.#store.read(log, at, BATCH, transaction);
    if (events.length === 0) return 0;
    await projection.fold(log, events, transaction);
    await transaction.query({
      ...MOVE_CHECKPOINT,
      values: [projection.name, log.seminar, log.audience, at + events.length],
    });
    return events.length;
  }

  async #atCheckpoint<T>(
    { name }: Projection,
    { seminar, audience }: LogKey,
    work: (position: number, transaction: Queryable) => Promise<T>,
  ): Promise<T> {
    return inTransaction(this.#pool, async (transaction) => {
      const { rows } = await transaction.query<{ position: string }>({
        ...LOCK_CHECKPOINT,
        values: [name, seminar, audience],
      });
      return work(Number(rows[0]?.position), transaction);
    });
  }
}
