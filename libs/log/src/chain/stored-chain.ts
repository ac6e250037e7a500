/** The log as it stands in the tables, for those who check it or take it away: nothing is upcast, nothing is believed. */
import type pg from 'pg';
import { Audience, type SeminarId } from '#seminar';
import type { LogKey } from '../log-key.ts';
import type { ChainEnd, ChainRow } from './chain-verifier.ts';

/** Rows read at once: each is text, parsed, and text again, so that few of them at a time take little memory. */
const BATCH = 100;

export interface StoredEnd extends Partial<ChainEnd> {
  /** The newest position that has an event. */
  newest: number;
}

interface Row extends Omit<ChainRow, 'position'> {
  position: string | number;
}

export class StoredChain {
  readonly #pool: Pick<pg.Pool, 'query'>;

  constructor(pool: Pick<pg.Pool, 'query'>) {
    this.#pool = pool;
  }

  /** The logs of a seminar: those that have a head, and those that have events. */
  async logsOf(seminar: SeminarId): Promise<LogKey[]> {
    const { rows } = await this.#pool.query<{ audience: string }>(
      `SELECT audience FROM log WHERE seminar_id = $1 UNION SELECT audience FROM event WHERE seminar_id = $1 ORDER BY audience`,
      [seminar],
    );
    return rows.map(({ audience }) => ({ seminar, audience: Audience.parse(audience) }));
  }

  /** Where a log ends, in one look: by its head, where it has one, and by its events. */
  async endOf({ seminar, audience }: LogKey): Promise<StoredEnd> {
    const { rows } = await this.#pool.query<{ head: string | null; hash: string | null; newest: string }>(
      `SELECT head, encode(hash, 'hex') AS hash, newest FROM
        (SELECT coalesce(max(position), 0) AS newest FROM event WHERE seminar_id = $1 AND audience = $2) AS events
        LEFT JOIN log ON seminar_id = $1 AND audience = $2`,
      [seminar, audience],
    );
    const [end] = rows;
    const newest = Number(end?.newest ?? 0);
    return end && end.head !== null && end.hash !== null
      ? { head: Number(end.head), hash: end.hash, newest }
      : { newest };
  }

  /** The first event whose count within its command, by which a repetition is found, is not what it should be. */
  async miscounted({ seminar, audience }: LogKey, upTo: number): Promise<number | undefined> {
    const { rows } = await this.#pool.query<{ position: string | null }>(
      `SELECT min(position) AS position FROM (
          SELECT position, command_index,
            CASE WHEN lag(command_id) OVER log = command_id THEN lag(command_index) OVER log + 1 ELSE 0 END AS expected
          FROM event WHERE seminar_id = $1 AND audience = $2 AND position <= $3
          WINDOW log AS (ORDER BY position)) AS counted
        WHERE command_index <> expected`,
      [seminar, audience, upTo],
    );
    const position = rows[0]?.position ?? undefined;
    return position === undefined ? undefined : Number(position);
  }

  /** The events up to a position, in order, in batches. Rides on the primary key. */
  async *rows({ seminar, audience }: LogKey, upTo: number): AsyncGenerator<ChainRow[]> {
    for (let after = 0; ; ) {
      const { rows } = await this.#pool.query<Row>({
        name: 'chain-rows',
        // Microseconds, of which an event that was written here has none.
        text: `SELECT position, type, version, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') AS at,
            member_id AS by, command_id AS command, data, personal, encode(salt, 'hex') AS salt,
            encode(personal_hash, 'hex') AS "personalHash", encode(hash, 'hex') AS hash
          FROM event WHERE seminar_id = $1 AND audience = $2 AND position > $3 AND position <= $4
          ORDER BY position LIMIT ${BATCH}`,
        values: [seminar, audience, after, upTo],
      });
      if (rows.length > 0) yield rows.map((row) => ({ ...row, position: Number(row.position), at: isoTime(row.at) }));
      if (rows.length < BATCH) return;
      after = Number(rows.at(-1)?.position);
    }
  }
}

/** To the millisecond, as events have it; with more digits where somebody has put more there. */
const isoTime = (microseconds: string): string => `${microseconds.replace(/000$/, '')}Z`;
