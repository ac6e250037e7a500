import type pg from 'pg';
import type { PersonId } from '#people';
import type { SeminarId } from '#seminar';
import type { Message } from './message.ts';

type Queryable = Pick<pg.Pool, 'query'>;

export type MailStatus = 'outbox' | 'queued' | 'sending' | 'sent' | 'failed' | 'unknown';

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
  id: string;
  person: PersonId;
  /** Without an address it is only to be looked at. */
  address: string | undefined;
  seminar: SeminarId | undefined;
}

const COLUMNS = `id, person_id AS person, address, subject, html, text, headers, status, error,
  to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at`;

/** Every mail that was made, and what became of it. */
export class Mails {
  readonly #pool: pg.Pool;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  /** Puts a mail down to be sent, in the transaction that moves what it was made from. */
  async add(mail: NewMail, transaction: Queryable = this.#pool): Promise<void> {
    const { id, person, address, seminar, subject, html, text, headers } = mail;
    await transaction.query({
      name: 'add-mail',
      text: `INSERT INTO mail (id, person_id, address, seminar_id, subject, html, text, headers, status)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      values: [id, person, address, seminar, subject, html, text, headers, address ? 'queued' : 'outbox'],
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

  /** How many were made for a person since a moment. */
  async madeSince(person: PersonId, since: string, database: Queryable = this.#pool): Promise<number> {
    const { rows } = await database.query<{ count: number }>(
      'SELECT count(*)::integer AS count FROM mail WHERE person_id = $1 AND created_at > $2',
      [person, since],
    );
    return rows[0]?.count ?? 0;
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
   * Takes a mail to send it. Whoever comes second gets nothing; one that was being sent when its worker ended may have arrived,
   * so it is not sent again but marked for an operator.
   */
  async take(id: string): Promise<StoredMail | undefined> {
    const { rows } = await this.#pool.query<StoredMail>(
      `UPDATE mail SET status = CASE status WHEN 'queued' THEN 'sending' ELSE 'unknown' END
        WHERE id = $1 AND status IN ('queued', 'sending') RETURNING ${COLUMNS}`,
      [id],
    );
    return rows[0]?.status === 'sending' ? rows[0] : undefined;
  }

  async settle(id: string, status: 'sent' | 'queued' | 'failed', error?: string): Promise<void> {
    await this.#pool.query(
      `UPDATE mail SET status = $2, error = $3, sent_at = CASE $2 WHEN 'sent' THEN now() END
        WHERE id = $1 AND status = 'sending'`,
      [id, status, error ?? null],
    );
  }
}
