import type { LogKey, Queryable } from '#log';
import type { Audience, RecordedEvent, SeminarId } from '#seminar';

/** A fold of logs into tables. */
export interface Projection {
  /** Its name in the checkpoints. */
  name: string;
  /** The logs that it reads: those of this audience. */
  audience: Audience;
  /** Folds the next events of a log. Each event comes once and in order, in the transaction that moves the checkpoint. */
  fold(log: LogKey, events: readonly RecordedEvent[], transaction: Queryable): Promise<void>;
  /** Forgets what was folded of a seminar. */
  forget(seminar: SeminarId, transaction: Queryable): Promise<void>;
}
