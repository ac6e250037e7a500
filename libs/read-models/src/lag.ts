import type { Queryable } from '#log';
import { EVERY_LOG, type Projection } from './projection.ts';

/** How far a projection is behind the logs. */
export interface Lag {
  projection: string;
  /** Events that are not folded yet. */
  events: number;
  /** Logs that have such. */
  logs: number;
  /** Since the oldest of these events; 0 where there is none. */
  seconds: number;
  /** Logs that an earlier version of the projection has folded, and which wait to be folded anew. */
  outdatedLogs: number;
}

/** Looks at each log once, by the primary keys, and at the first event that is not folded of those that have one. */
const LAG = {
  name: 'projection-lag',
  text: `
    SELECT
      coalesce(sum(greatest(head - position, 0)), 0)::float8 AS events,
      count(*) FILTER (WHERE head > position)::float8 AS logs,
      coalesce(greatest(extract(epoch FROM now() - min(at)), 0), 0)::float8 AS seconds,
      count(*) FILTER (WHERE version < $3)::float8 AS "outdatedLogs"
    FROM (
      SELECT log.head, coalesce(checkpoint.position, 0) AS position, coalesce(checkpoint.version, $3) AS version, event.at
      FROM log
      LEFT JOIN checkpoint ON checkpoint.projection = $1
        AND checkpoint.seminar_id = log.seminar_id AND checkpoint.audience = log.audience
      LEFT JOIN event ON log.head > coalesce(checkpoint.position, 0)
        AND event.seminar_id = log.seminar_id AND event.audience = log.audience
        AND event.position = coalesce(checkpoint.position, 0) + 1
      WHERE $2 = '${EVERY_LOG}' OR log.audience = $2
    ) AS one`,
};

export async function lagOf({ name, audience, version }: Projection, database: Queryable): Promise<Lag> {
  const { rows } = await database.query<Omit<Lag, 'projection'>>({ ...LAG, values: [name, audience, version] });
  return { projection: name, ...(rows[0] ?? { events: 0, logs: 0, seconds: 0, outdatedLogs: 0 }) };
}
