import type pg from 'pg';
import { PersonId } from '#people';
import { AnnotationId, MemberId, SeminarId } from '#seminar';
import type { Message } from './message.ts';

type Queryable = Pick<pg.Pool, 'query'>;

/**
 * `outbox`: made to be looked at, as there is nowhere to send it. `unknown`: it was handed over, and whether it arrived was not heard;
 * it is not sent again. `failed` has its reason beside it.
 */
export type MailStatus = 'outbox' | 'queued' | 'sending' | 'sent' | 'failed' | 'unknown';

/** What a reply to a mail answers, and as whom. */
export interface Answerable {
  seminar: SeminarId;
  member: MemberId;
  annotation: AnnotationId;
}

export interface StoredMail extends Message {
  id: string;
  person: PersonId;
  address: string | null;
  status: MailStatus;
  error: string | null;
  /** ISO 8601. */
  at: string;
}

export interface NewMail extends Message {
  /** A UUID. A second mail with the same id is none. */
  id: string;
  person: PersonId;
  /** Without an address it is only to be looked at. */
  address: string | undefined;
  seminar: SeminarId | undefined;
  /** What a reply to it answers; without it the mail takes no reply. */
  answers?: Omit<Answerable, 'seminar'> | undefined;
  /** It asks whether the address is its reader's, so it goes to one that is not confirmed yet. */
  confirming?: boolean | undefined;
}

export interface MailOrigin {
  person: PersonId;
  /** Where it went. */
  address: string | undefined;
  at: string;
  answers: Answerable | undefined;
}

const AT = `to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at`;
const COLUMNS = `id, person_id AS person, address, subject, html, text, headers, status, error, ${AT}`;

/** Why a mail must not go out now, read where it is taken: an address can be stopped between the making and the sending. */
const WITHHELD = `CASE
    WHEN mailbox.address IS NULL OR lower(mailbox.address) <> lower(mail.address) THEN 'the address is no longer in use'
    WHEN mailbox.stopped IS NOT NULL THEN 'stopped: ' || mailbox.stopped
    WHEN NOT (mailbox.confirmed OR mail.confirming) THEN 'the address is not confirmed'
  END`;

/** Every mail that was made, and what became of it. */
export class Mails {
  readonly #pool: pg.Pool;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  /** Puts a mail down to be sent, in the transaction that moves what it was made from. */
  async add(mail: NewMail, transaction: Queryable = this.#pool): Promise<void> {
    const { id, person, address, seminar, answers, confirming, subject, html, text, headers } = mail;
    await transaction.query({
      name: 'add-mail',
      text: `INSERT INTO mail (id, person_id, address, seminar_id, member_id, answers, confirming, subject, html, text, headers, status)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT (id) DO NOTHING`,
      values: [
        ...[id, person, address, seminar, answers?.member, answers?.annotation, confirming ?? false],
        ...[subject, html, text, headers, address ? 'queued' : 'outbox'],
      ],
    });
  }

  /** The newest mails of a person, without their words. */
  async of(person: PersonId, limit: number): Promise<Pick<StoredMail, 'id' | 'subject' | 'status' | 'at'>[]> {
    const { rows } = await this.#pool.query<StoredMail>(
      `SELECT ${COLUMNS} FROM mail WHERE person_id = $1 ORDER BY created_at DESC LIMIT $2`,
      [person, limit],
    );
    return rows.map(({ id, subject, status, at }) => ({ id, subject, status, at }));
  }

  async one(person: PersonId, id: string): Promise<StoredMail | undefined> {
    const { rows } = await this.#pool.query<StoredMail>(
      `SELECT ${COLUMNS} FROM mail WHERE id = $1 AND person_id = $2`,
      [id, person],
    );
    return rows[0];
  }

  /** May one more be made for a person now, at so many within 24 hours? */
  async mayAdd(person: PersonId, perDay: number, now: string, database: Queryable = this.#pool): Promise<boolean> {
    const dayAgo = new Date(Date.parse(now) - 24 * 3_600_000).toISOString();
    const { rows } = await database.query<{ count: number }>(
      'SELECT count(*)::integer AS count FROM mail WHERE person_id = $1 AND created_at > $2',
      [person, dayAgo],
    );
    return (rows[0]?.count ?? 0) < perDay;
  }

  /** Mails to be sent, oldest first. */
  async waiting(limit: number): Promise<string[]> {
    const { rows } = await this.#pool.query<{ id: string }>(
      "SELECT id FROM mail WHERE status = 'queued' ORDER BY created_at LIMIT $1",
      [limit],
    );
    return rows.map(({ id }) => id);
  }

  /**
   * Takes a mail to send it; whoever comes second gets nothing. One that failed is taken too: its job runs again only where an
   * operator wants that. One that must not go out fails here, with the reason.
   */
  async take(id: string): Promise<(StoredMail & { address: string }) | undefined> {
    const { rows } = await this.#pool.query<StoredMail & { address: string }>({
      name: 'take-mail',
      text: `WITH found AS (
          SELECT mail.id, ${WITHHELD} AS withheld FROM mail LEFT JOIN mailbox USING (person_id)
          WHERE mail.id = $1 AND mail.address IS NOT NULL AND status IN ('queued', 'failed') FOR UPDATE OF mail
        ), taken AS (
          UPDATE mail SET status = CASE WHEN withheld IS NULL THEN 'sending' ELSE 'failed' END, error = withheld, taken_at = now()
          FROM found WHERE mail.id = found.id RETURNING mail.*
        ) SELECT ${COLUMNS} FROM taken`,
      values: [id],
    });
    return rows[0]?.status === 'sending' ? rows[0] : undefined;
  }

  /** What became of a mail that was taken. Late is better than never: one that was given up on may still say that it went. */
  async settle(id: string, status: Exclude<MailStatus, 'outbox' | 'sending'>, error?: string): Promise<void> {
    await this.#pool.query(
      `UPDATE mail SET status = $2, error = $3, sent_at = CASE $2 WHEN 'sent' THEN now() END
        WHERE id = $1 AND status IN ('sending', 'unknown')`,
      [id, status, error ?? null],
    );
  }

  /** Whoever took a mail so long ago and says nothing has ended while sending. It may have arrived, so it is an operator's. */
  async giveUp(afterMs: number): Promise<string[]> {
    const { rows } = await this.#pool.query<{ id: string }>(
      `UPDATE mail SET status = 'unknown', error = 'the worker ended while it was being sent'
        WHERE status = 'sending' AND taken_at < now() - $1 * interval '1 ms' RETURNING id`,
      [afterMs],
    );
    return rows.map(({ id }) => id);
  }

  /** Whose mail it is, when it was made (ISO 8601), and what a reply to it answers. */
  async origin(id: string): Promise<MailOrigin | undefined> {
    const { rows } = await this.#pool.query<
      Record<'person' | 'at', string> & Record<keyof Answerable | 'address', string | null>
    >(
      `SELECT person_id AS person, address, seminar_id AS seminar, member_id AS member, answers AS annotation, ${AT} FROM mail WHERE id = $1`,
      [id],
    );
    const [row] = rows;
    if (!row) return undefined;
    const { person, address, at, seminar, member, annotation } = row;
    const answers =
      seminar && member && annotation
        ? {
            seminar: SeminarId.parse(seminar),
            member: MemberId.parse(member),
            annotation: AnnotationId.parse(annotation),
          }
        : undefined;
    return { person: PersonId.parse(person), address: address ?? undefined, at, answers };
  }
}
