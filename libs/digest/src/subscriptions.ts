import type pg from 'pg';
import type { Queryable } from '#log';
import { PersonId } from '#people';
import type { MemberId, Role, SeminarId } from '#seminar';
import { DEFAULT_FREQUENCIES, type DigestKind, type Frequencies, type Frequency } from './kinds.ts';
import { type Hours, nextDue } from './schedule.ts';

/** How far one kind of digest has come for one member. */
export interface Subscription {
  seminar: SeminarId;
  member: MemberId;
  kind: DigestKind;
  frequency: Frequency;
  /** The last position that was told of. */
  position: number;
  /** When that was, ISO 8601; `undefined` before the first digest. */
  sinceAt: string | undefined;
}

const ISO = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;
const HOURS = `coalesce(time_zone, 'UTC') AS "timeZone", coalesce(hour, 9)::integer AS hour, coalesce(weekday, 1)::integer AS weekday`;

/** Whoever has none is given what their role is told; it begins where they joined. */
const SUBSCRIBE = `
  INSERT INTO digest_subscription (seminar_id, member_id, kind, frequency, position)
  SELECT seminar_id, member_id, defaults.kind, defaults.frequency, joined_position
  FROM discussion_member JOIN jsonb_to_recordset($2) AS defaults (role text, kind text, frequency text) USING (role)
  WHERE seminar_id = $1
  ON CONFLICT (seminar_id, member_id, kind) DO NOTHING`;

const DEFAULTS = JSON.stringify(
  Object.entries(DEFAULT_FREQUENCIES).flatMap(([role, kinds]) =>
    Object.entries(kinds).map(([kind, frequency]) => ({ role, kind, frequency })),
  ),
);

/** Locked, so that a digest which is being written is seen as it will be. */
const OF_SEMINAR = `
  SELECT member_id AS member, kind, frequency, due_at IS NOT NULL AS scheduled, ${HOURS}
  FROM digest_subscription
  JOIN member USING (seminar_id, member_id)
  LEFT JOIN mailbox USING (person_id)
  WHERE seminar_id = $1
  FOR UPDATE OF digest_subscription`;

const SET_DUE = `
  UPDATE digest_subscription SET due_at = new.due
  FROM unnest($2::uuid[], $3::text[], $4::timestamptz[]) AS new (member, kind, due)
  WHERE seminar_id = $1 AND member_id = new.member AND digest_subscription.kind = new.kind`;

/** Rides on digest_due: seminars in which nothing happened have no date, and are not looked at. */
const DUE_PERSONS = `
  SELECT DISTINCT person_id FROM digest_subscription JOIN member USING (seminar_id, member_id)
  WHERE due_at <= $1 LIMIT 1000`;

const DUE_OF_PERSON = `
  SELECT seminar_id AS seminar, member_id AS member, kind, frequency, position::integer,
    to_char(since_at AT TIME ZONE 'UTC', ${ISO}) AS "sinceAt"
  FROM digest_subscription JOIN member USING (seminar_id, member_id)
  WHERE person_id = $1 AND due_at <= $2
  ORDER BY seminar_id, kind
  FOR UPDATE OF digest_subscription`;

export class Subscriptions {
  readonly #pool: pg.Pool;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  /** A seminar has grown: every digest of it that has no date is given the next one. */
  async schedule(seminar: SeminarId, now: string, transaction: Queryable): Promise<void> {
    await transaction.query({ name: 'subscribe', text: SUBSCRIBE, values: [seminar, DEFAULTS] });
    const { rows } = await transaction.query<
      Hours & { member: MemberId; kind: DigestKind; frequency: Frequency; scheduled: boolean }
    >({ name: 'subscriptions-of-seminar', text: OF_SEMINAR, values: [seminar] });
    const due = rows.flatMap(({ member, kind, frequency, scheduled, ...hours }) => {
      const at = scheduled ? undefined : nextDue(frequency, hours, now);
      return at === undefined ? [] : [{ member, kind, at }];
    });
    if (due.length === 0) return;
    await transaction.query({
      name: 'set-due',
      text: SET_DUE,
      values: [seminar, due.map(({ member }) => member), due.map(({ kind }) => kind), due.map(({ at }) => at)],
    });
  }

  /** The people for whom a digest is due. */
  async persons(now: string): Promise<PersonId[]> {
    const { rows } = await this.#pool.query<{ person_id: string }>({
      name: 'due-persons',
      text: DUE_PERSONS,
      values: [now],
    });
    return rows.map(({ person_id }) => PersonId.parse(person_id));
  }

  /** What is due for a person, locked: whoever comes second finds it done. */
  async due(person: PersonId, now: string, transaction: Queryable): Promise<Subscription[]> {
    const { rows } = await transaction.query<Omit<Subscription, 'sinceAt'> & { sinceAt: string | null }>({
      name: 'due-of-person',
      text: DUE_OF_PERSON,
      values: [person, now],
    });
    return rows.map((row) => ({ ...row, sinceAt: row.sinceAt ?? undefined }));
  }

  /** Everything up to a position was told; the next date is set when the seminar grows. */
  async told(
    { seminar, member, kind }: Subscription,
    until: number,
    now: string,
    transaction: Queryable,
  ): Promise<void> {
    await transaction.query({
      name: 'digest-told',
      text: `UPDATE digest_subscription SET position = $4, since_at = $5, due_at = NULL
        WHERE seminar_id = $1 AND member_id = $2 AND kind = $3`,
      values: [seminar, member, kind, until, now],
    });
  }

  /** Not now: later. */
  async postpone({ seminar, member, kind }: Subscription, until: string, transaction: Queryable): Promise<void> {
    await transaction.query(
      'UPDATE digest_subscription SET due_at = $4 WHERE seminar_id = $1 AND member_id = $2 AND kind = $3',
      [seminar, member, kind, until],
    );
  }

  /** How often a member is told of what: their choice, else what their role is told. */
  async of(seminar: SeminarId, member: MemberId, role: Role): Promise<Frequencies> {
    const { rows } = await this.#pool.query<{ kind: DigestKind; frequency: Frequency }>(
      'SELECT kind, frequency FROM digest_subscription WHERE seminar_id = $1 AND member_id = $2',
      [seminar, member],
    );
    return {
      ...DEFAULT_FREQUENCIES[role],
      ...Object.fromEntries(rows.map(({ kind, frequency }) => [kind, frequency])),
    };
  }

  /** Takes a member's choice; dates are set anew when the seminar next grows. */
  async choose(seminar: SeminarId, member: MemberId, frequencies: Frequencies): Promise<void> {
    for (const [kind, frequency] of Object.entries(frequencies)) {
      await this.#pool.query(
        `INSERT INTO digest_subscription AS was (seminar_id, member_id, kind, frequency, position)
          SELECT $1, $2, $3, $4, coalesce(max(joined_position), 0)
          FROM discussion_member WHERE seminar_id = $1 AND member_id = $2
          ON CONFLICT (seminar_id, member_id, kind) DO UPDATE SET frequency = excluded.frequency,
            due_at = CASE WHEN was.frequency = excluded.frequency THEN was.due_at END`,
        [seminar, member, kind, frequency],
      );
    }
  }

  /** Nothing at all to a person, of any seminar. */
  async stopAll(person: PersonId): Promise<void> {
    await this.#pool.query(
      `UPDATE digest_subscription SET frequency = 'never', due_at = NULL FROM member
        WHERE member.seminar_id = digest_subscription.seminar_id
          AND member.member_id = digest_subscription.member_id AND person_id = $1`,
      [person],
    );
  }
}
