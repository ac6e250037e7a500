/**
 * The states that are kept, in Postgres: of each the frame, in `snapshot`, and of each annotation what it had become, in
 * `snapshot_annotation`, where it had changed since the state before. So what is kept of a log grows with the log, however
 * many states there are, and each of them is read in the order of a primary key.
 */
import type pg from 'pg';
import { type AnnotationId, type AnnotationSnapshot, type Frame, fromSnapshot, SNAPSHOT_VERSION } from '#seminar';
import type { LogKey } from '../log-key.ts';
import { countOf, type TurnedState } from './turn-on.ts';

/**
 * The nearest one at or before a position. Passed over is what is of another layout, what doesn't end with the event that the
 * log has there, and what lacks an annotation.
 */
const LOAD = {
  name: 'snapshot-load',
  text: `SELECT position, snapshot.body, snapshot.annotations
    FROM snapshot JOIN event USING (seminar_id, audience, position)
    WHERE seminar_id = $1 AND audience = $2 AND snapshot.version = $3 AND position <= $4::bigint
      AND snapshot.hash = event.hash
      AND snapshot.annotations = (
        SELECT count(DISTINCT made) FROM snapshot_annotation AS kept
        WHERE kept.seminar_id = $1 AND kept.audience = $2 AND kept.version = $3
          AND kept.made <= snapshot.position AND kept.position <= snapshot.position)
    ORDER BY position DESC
    LIMIT 1`,
};

/** How far a log is kept, and how far it goes. */
const EXTENT = {
  name: 'snapshot-extent',
  text: `SELECT head, (
      SELECT coalesce(max(position), 0) FROM snapshot
      WHERE seminar_id = $1 AND audience = $2 AND version = $3) AS kept
    FROM log WHERE seminar_id = $1 AND audience = $2`,
};

/**
 * What some annotations had become in a state. By the index of annotations, or where the planner thinks otherwise by one look at
 * all that is kept of the log: never by one for each. Without a name, so planned each time, for the annotations given; what was
 * prepared while the table was small would be kept when it is large.
 */
const SOME = {
  text: `SELECT DISTINCT ON (made) body
    FROM snapshot_annotation
    WHERE seminar_id = $1 AND audience = $2 AND version = $3 AND position <= $4 AND annotation = ANY ($5::uuid[])
    ORDER BY made, position DESC`,
};

/**
 * What the annotations made at some positions had become in a state, in their order. As text: whoever only passes them on has no
 * use for what they say. Rides on the primary key; planned each time, as above.
 */
const MADE = {
  text: `SELECT DISTINCT ON (made) annotation, body::text
    FROM snapshot_annotation
    WHERE seminar_id = $1 AND audience = $2 AND version = $3 AND position <= $4 AND made > $5 AND made <= $6
    ORDER BY made, position DESC`,
};

/** All of a state or nothing, and nothing where the log has no such event. What an earlier layout has left behind goes. */
const SAVE = {
  name: 'snapshot-save',
  text: `WITH place AS (
      SELECT hash FROM event WHERE seminar_id = $1 AND audience = $2 AND position = $4
    ), earlier AS (
      DELETE FROM snapshot WHERE seminar_id = $1 AND audience = $2 AND version < $3
    ), earlier_annotations AS (
      DELETE FROM snapshot_annotation WHERE seminar_id = $1 AND audience = $2 AND version < $3
    ), written AS (
      INSERT INTO snapshot_annotation (seminar_id, audience, version, made, position, annotation, body)
      SELECT $1, $2, $3, made, $4, annotation, body::json
      FROM place, unnest($6::bigint[], $7::uuid[], $8::text[]) AS changed (made, annotation, body)
      ORDER BY made
      ON CONFLICT DO NOTHING
    )
    INSERT INTO snapshot (seminar_id, audience, version, position, hash, body, annotations)
    SELECT $1, $2, $3, $4, hash, $5, $9
    FROM place
    ON CONFLICT (seminar_id, audience, version, position) DO UPDATE
    SET hash = excluded.hash, body = excluded.body, annotations = excluded.annotations`,
};

/** An annotation in a state, as the text of its JSON. */
export interface KeptAnnotation {
  id: AnnotationId;
  json: string;
}

export class KeptStates {
  readonly #pool: pg.Pool;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  /** The nearest state at or before a position. */
  async load(log: LogKey, position: number): Promise<TurnedState | undefined> {
    const { rows } = await this.#pool.query<{ position: string; body: Frame; annotations: number }>({
      ...LOAD,
      values: [...keyOf(log), position],
    });
    const [row] = rows;
    const kept = row && { position: Number(row.position), annotations: row.annotations };
    return row && kept && fits(row.body, kept.position) ? { frame: row.body, kept, changed: new Map() } : undefined;
  }

  /** How far a log is kept, and where it ends. */
  async extent(log: LogKey): Promise<{ kept: number; head: number }> {
    const { rows } = await this.#pool.query<{ kept: string; head: string }>({ ...EXTENT, values: keyOf(log) });
    return { kept: Number(rows[0]?.kept ?? 0), head: Number(rows[0]?.head ?? 0) };
  }

  /** What these annotations were in the state kept at a position; those that were not there are left out. */
  async some(log: LogKey, at: number, annotations: readonly AnnotationId[]): Promise<AnnotationSnapshot[]> {
    if (at === 0 || annotations.length === 0) return [];
    const { rows } = await this.#pool.query<{ body: AnnotationSnapshot }>({
      ...SOME,
      values: [...keyOf(log), at, annotations],
    });
    return rows.map(({ body }) => body);
  }

  /** What the annotations first written at the positions behind `after`, up to `upTo`, were in the state kept at a position. */
  async made(log: LogKey, at: number, after: number, upTo: number): Promise<KeptAnnotation[]> {
    const { rows } = await this.#pool.query<[AnnotationId, string]>({
      ...MADE,
      values: [...keyOf(log), at, after, upTo],
      rowMode: 'array',
    });
    return rows.map(([id, json]) => ({ id, json }));
  }

  /** Keeps a state: its frame, and the annotations that have changed. */
  async save(log: LogKey, state: TurnedState): Promise<TurnedState> {
    const { frame } = state;
    const changed = [...state.changed.values()];
    const annotations = countOf(state);
    await this.#pool.query({
      ...SAVE,
      values: [
        ...[...keyOf(log), frame.position, JSON.stringify(frame)],
        changed.map(({ position }) => position),
        changed.map(({ id }) => id),
        changed.map((annotation) => JSON.stringify(annotation)),
        annotations,
      ],
    });
    return { frame, kept: { position: frame.position, annotations }, changed: new Map() };
  }
}

/** Can this be what was kept at a position? */
function fits(frame: Frame, position: number): boolean {
  try {
    return fromSnapshot({ ...frame, annotations: [] }).state.position === position;
  } catch {
    return false;
  }
}

const keyOf = ({ seminar, audience }: LogKey) => [seminar, audience, SNAPSHOT_VERSION];
