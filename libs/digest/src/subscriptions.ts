import type pg from 'pg';
import { inTransaction, type Queryable } from '#log';
import { PersonId } from '#people';
import { DigestKind, type Frequencies, type Frequency, type MailHours } from '#protocol';
import { EVERYONE, type MemberId, type Role, type SeminarId } from '#seminar';
import { DEFAULT_FREQUENCIES } from './kinds.ts';
import { nextDue } from './schedule.ts';

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
  FROM discussion_member AS one JOIN jsonb_to_recordset($2) AS defaults (role text, kind text, frequency text) USING (role)
  WHERE seminar_id = $1 AND NOT EXISTS (
    SELECT FROM digest_subscription AS has
    WHERE has.seminar_id = $1 AND has.member_id = one.member_id AND has.kind = defaults.kind)
  ON CONFLICT (seminar_id, member_id, kind) DO NOTHING`;

/**
 * A digest reads how far its seminars have come, then moves there: whoever gives out dates meanwhile would find them taken, and
 * what came in between would wait for the next word that is said. So digests share this lock and dates are given alone.
 */
const LOCK_DATES = `SELECT pg_advisory_xact_lock(hashtextextended('digest ' || $1, 0))`;
const SHARE_DATES = `
  SELECT pg_advisory_xact_lock_shared(hashtextextended('digest ' || id, 0))
  FROM unnest($1::text[]) AS seminar (id) ORDER BY id`;

const DEFAULTS = JSON.stringify(
  Object.entries(DEFAULT_FREQUENCIES).flatMap(([role, kinds]) =>
    Object.entries(kinds).map(([kind, frequency]) => ({ role, kind, frequency })),
  ),
);

const WITHOUT_DATE = `
  SELECT member_id AS member, kind, frequency, ${HOURS}
  FROM digest_subscription
  JOIN member USING (seminar_id, member_id)
  LEFT JOIN mailbox USING (person_id)
  WHERE seminar_id = $1 AND due_at IS NULL AND frequency <> 'never'`;

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

  /**
   * A seminar has grown: every digest of it that has no date is given the next one.
   *
   * @returns the earliest date that was given.
   */
  async schedule(seminar: SeminarId, now: string): Promise<string | undefined> {
    return inTransaction(this.#pool, async (transaction) => {
      await transaction.query({ name: 'lock-dates', text: LOCK_DATES, values: [seminar] });
      await transaction.query({ name: 'subscribe', text: SUBSCRIBE, values: [seminar, DEFAULTS] });
      const { rows } = await transaction.query<
        MailHours & { member: MemberId; kind: DigestKind; frequency: Frequency }
      >({
        name: 'subscriptions-without-date',
        text: WITHOUT_DATE,
        values: [seminar],
      });
      const due = rows.flatMap(({ member, kind, frequency, ...hours }) => {
        const at = nextDue(frequency, hours, now);
        return at === undefined ? [] : [{ member, kind, at }];
      });
      if (due.length === 0) return undefined;
      await transaction.query({
        name: 'set-due',
        text: SET_DUE,
        values: [seminar, due.map(({ member }) => member), due.map(({ kind }) => kind), due.map(({ at }) => at)],
      });
      return due.map(({ at }) => at).sort()[0];
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

  /** The seminars of which a person is to be told now. */
  async dueSeminars(person: PersonId, now: string): Promise<SeminarId[]> {
    const { rows } = await this.#pool.query<{ seminar: SeminarId }>({
      name: 'due-seminars',
      text: `SELECT DISTINCT seminar_id AS seminar FROM digest_subscription JOIN member USING (seminar_id, member_id)
        WHERE person_id = $1 AND due_at <= $2`,
      values: [person, now],
    });
    return rows.map(({ seminar }) => seminar);
  }

  /** What is due for a person, locked: whoever comes second finds it done. */
  async due(person: PersonId, now: string, transaction: Queryable): Promise<Subscription[]> {
    const { rows } = await transaction.query<Omit<Subscription, 'sinceAt'> & { sinceAt: string | null }>({
      name: 'due-of-person',
      text: DUE_OF_PERSON,
      values: [person, now],
    });
    const seminars = [...new Set(rows.map(({ seminar }) => seminar))];
    await transaction.query({ name: 'share-dates', text: SHARE_DATES, values: [seminars] });
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

  /** Takes a member's choice. What has happened since the last digest is told at the new date. */
  async choose(seminar: SeminarId, member: MemberId, frequencies: Frequencies, now: string): Promise<void> {
    const chosen = Object.entries(frequencies);
    // Whoever was told nothing is not told now what they did not want to hear then.
    await this.#pool.query(
      `INSERT INTO digest_subscription AS was (seminar_id, member_id, kind, frequency, position)
        SELECT $1, $2, chosen.kind, chosen.frequency, coalesce(max(head), 0)
        FROM unnest($3::text[], $4::text[]) AS chosen (kind, frequency) LEFT JOIN log ON seminar_id = $1 AND audience = $5
        GROUP BY chosen.kind, chosen.frequency
        ON CONFLICT (seminar_id, member_id, kind) DO UPDATE SET frequency = excluded.frequency, due_at = NULL,
          position = CASE was.frequency WHEN 'never' THEN excluded.position ELSE was.position END`,
      [seminar, member, chosen.map(([kind]) => kind), chosen.map(([, frequency]) => frequency), EVERYONE],
    );
    await this.schedule(seminar, now);
  }

  /** Their hours have changed: what has a date is given another. */
  async reschedule(person: PersonId, now: string): Promise<void> {
    const { rows } = await this.#pool.query<{ seminar: SeminarId }>(
      `UPDATE digest_subscription AS one SET due_at = NULL FROM member
        WHERE member.seminar_id = one.seminar_id AND member.member_id = one.member_id AND person_id = $1
          AND due_at > $2 RETURNING one.seminar_id AS seminar`,
      [person, now],
    );
    for (const seminar of new Set(rows.map((row) => row.seminar))) await this.schedule(seminar, now);
  }

  /** Begins a digest anew: from after a position, told of at a date. */
  async begin({ seminar, member, kind, frequency, position, sinceAt }: Subscription, dueAt: string): Promise<void> {
    await this.#pool.query(
      `INSERT INTO digest_subscription (seminar_id, member_id, kind, frequency, position, since_at, due_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (seminar_id, member_id, kind) DO UPDATE SET frequency = excluded.frequency,
          position = excluded.position, since_at = excluded.since_at, due_at = excluded.due_at`,
      [seminar, member, kind, frequency, position, sinceAt, dueAt],
    );
  }

  /** Nothing more to a member of a seminar. */
  async stop(seminar: SeminarId, person: PersonId): Promise<void> {
    await this.#pool.query(
      `INSERT INTO digest_subscription (seminar_id, member_id, kind, frequency, position)
        SELECT seminar_id, member_id, kind, 'never', 0 FROM member, unnest($3::text[]) AS kind
        WHERE seminar_id = $1 AND person_id = $2
        ON CONFLICT (seminar_id, member_id, kind) DO UPDATE SET frequency = 'never', due_at = NULL`,
      [seminar, person, DigestKind.options],
    );
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
