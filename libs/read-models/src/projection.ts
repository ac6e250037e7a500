import type { LogKey, Queryable } from '#log';
import type { Audience, RecordedEvent } from '#seminar';

/** A fold of logs into tables. */
export interface Projection {
  /** Its name in the checkpoints, and for `catena rebuild`. */
  name: string;
  /** Raised with every change to what `fold` writes: logs that an earlier version has folded are then folded anew. */
  version: number;
  /** The logs that it reads: those of this audience. */
  audience: Audience;
  /** Everything that it writes and reads: tables with a `seminar_id`, which nobody else writes. */
  tables: readonly string[];
  /**
   * Folds the next events of a log. Each event comes once and in order, in the transaction that moves the checkpoint. The
   * tables are named without their schema, so that a rebuild can put others of the same name in front.
   */
  fold(log: LogKey, events: readonly RecordedEvent[], transaction: Queryable): Promise<void>;
}
