/** How far each log has been folded into each projection, and by which version of it. */

import type { LogKey, Queryable } from '#log';
import type { SeminarId } from '#seminar';
import { EVERY_LOG, type Projection } from './projection.ts';

export interface Checkpoint {
  position: number;
  /** Of the projection that has folded up to here. */
  version: number;
}

/** Locks the checkpoint: whoever else projects this log waits, then finds nothing left to do. */
const LOCK = {
  name: 'lock-checkpoint',
  text: `INSERT INTO checkpoint AS was (projection, seminar_id, audience, position, version) VALUES ($1, $2, $3, 0, $4)
    ON CONFLICT (projection, seminar_id, audience) DO UPDATE
    SET version = CASE WHEN was.position = 0 THEN excluded.version ELSE was.version END
    RETURNING position, version`,
};

const MOVE = {
  name: 'move-checkpoint',
  text: `UPDATE checkpoint SET position = $4, version = $5
    WHERE projection = $1 AND seminar_id = $2 AND audience = $3`,
};

/**
 * Logs that this version has not folded to their end, or that an earlier one has folded. What a later one has folded is
 * left to the release that knows it. Rides on the primary keys of both tables.
 */
const BEHIND = `
  SELECT DISTINCT log.seminar_id
  FROM log LEFT JOIN checkpoint
    ON checkpoint.projection = $1
    AND checkpoint.seminar_id = log.seminar_id AND checkpoint.audience = log.audience
  WHERE ($2 = '${EVERY_LOG}' OR log.audience = $2)
    AND (log.head > coalesce(checkpoint.position, 0) OR checkpoint.version < $3)
    AND coalesce(checkpoint.version, $3) <= $3`;

/** The checkpoint of a log, which nobody else can move until the transaction ends. */
export async function lockCheckpoint(
  { name, version }: Projection,
  { seminar, audience }: LogKey,
  transaction: Queryable,
): Promise<Checkpoint> {
  const { rows } = await transaction.query<{ position: string; version: number }>({
    ...LOCK,
    values: [name, seminar, audience, version],
  });
  return { position: Number(rows[0]?.position ?? 0), version: rows[0]?.version ?? version };
}

export async function moveCheckpoint(
  { name, version }: Projection,
  { seminar, audience }: LogKey,
  position: number,
  transaction: Queryable,
): Promise<void> {
  await transaction.query({ ...MOVE, values: [name, seminar, audience, position, version] });
}

/** The seminars whose log this version of the projection has not folded to its end; of all, or of these. */
export async function behind(
  { name, version, audience }: Projection,
  database: Queryable,
  among?: readonly SeminarId[],
): Promise<SeminarId[]> {
  const { rows } = await database.query<{ seminar_id: SeminarId }>(
    among
      ? {
          name: 'behind-among',
          text: `${BEHIND} AND log.seminar_id = ANY ($4::uuid[])`,
          values: [name, audience, version, among],
        }
      : { name: 'behind', text: BEHIND, values: [name, audience, version] },
  );
  return rows.map(({ seminar_id }) => seminar_id);
}
