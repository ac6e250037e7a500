import type { LogKey, Queryable } from '#log';
import type { Audience, RecordedEvent, SeminarId } from '#seminar';

/** No audience has this name. */
export const EVERY_LOG = 'every';

/** A fold of logs into tables. */
export interface Projection {
  /** Its name in the checkpoints, and for `catena rebuild`. */
  name: string;
  /** Raised with every change to what `fold` writes: logs that an earlier version has folded are then folded anew. */
  version: number;
  /** The logs that it reads: those of this audience, or each log whoever may read it, apart from the others. */
  audience: Audience | typeof EVERY_LOG;
  /**
   * Everything that it writes and reads: tables with a `seminar_id`, which nobody else writes. Those of a projection that
   * reads every log have an `audience` beside it.
   */
  tables: readonly string[];
  /**
   * Folds the next events of a log. Each event comes once and in order, in the transaction that moves the checkpoint. The
   * tables are named without their schema, so that a rebuild can put others of the same name in front.
   */
  fold(log: LogKey, events: readonly RecordedEvent[], transaction: Queryable): Promise<void>;
}

/** The logs of a seminar that a projection reads. */
export async function logsOf(
  { audience }: Pick<Projection, 'audience'>,
  seminar: SeminarId,
  database: Queryable,
): Promise<LogKey[]> {
  if (audience !== EVERY_LOG) return [{ seminar, audience }];
  const { rows } = await database.query<{ audience: Audience }>({
    name: 'logs-of-seminar',
    text: 'SELECT audience FROM log WHERE seminar_id = $1 AND head > 0 ORDER BY audience',
    values: [seminar],
  });
  return rows.map((row) => ({ seminar, audience: row.audience }));
}
