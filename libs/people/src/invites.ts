/** Invitations: whoever holds the link may join in its role, until it runs out or is taken back. */
import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { type MemberId, Role, SeminarId } from '#seminar';

export interface StoredInvite {
  token: string;
  seminar: SeminarId;
  role: Role;
  expires: Date;
  revoked: boolean;
}

interface Row {
  token: string;
  seminar_id: string;
  role: string;
  expires_at: Date;
  revoked_at: Date | null;
}

const COLUMNS = 'token, seminar_id, role, expires_at, revoked_at';

export class Invites {
  readonly #pool: pg.Pool;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  async make(seminar: SeminarId, role: Role, by: MemberId, days: number): Promise<StoredInvite> {
    const token = randomBytes(18).toString('base64url');
    const { rows } = await this.#pool.query<Row>(
      `INSERT INTO invite (token, seminar_id, role, created_by, expires_at)
       VALUES ($1, $2, $3, $4, now() + make_interval(days => $5)) RETURNING ${COLUMNS}`,
      [token, seminar, role, by, days],
    );
    const [row] = rows;
    if (!row) throw new Error('The invitation was not written');
    return storedInvite(row);
  }

  /** Those that can still be used, the newest first. */
  async open(seminar: SeminarId): Promise<StoredInvite[]> {
    const { rows } = await this.#pool.query<Row>(
      `SELECT ${COLUMNS} FROM invite
       WHERE seminar_id = $1 AND revoked_at IS NULL AND expires_at > now() ORDER BY created_at DESC`,
      [seminar],
    );
    return rows.map(storedInvite);
  }

  /** The invitation with this token, whatever has become of it. */
  async find(token: string): Promise<StoredInvite | undefined> {
    const { rows } = await this.#pool.query<Row>(`SELECT ${COLUMNS} FROM invite WHERE token = $1`, [token]);
    return rows[0] && storedInvite(rows[0]);
  }

  /** Takes an invitation back; those who have joined stay. False where the seminar has no such invitation. */
  async takeBack(seminar: SeminarId, token: string): Promise<boolean> {
    const { rowCount } = await this.#pool.query(
      'UPDATE invite SET revoked_at = coalesce(revoked_at, now()) WHERE seminar_id = $1 AND token = $2',
      [seminar, token],
    );
    return rowCount === 1;
  }
}

const storedInvite = (row: Row): StoredInvite => ({
  token: row.token,
  seminar: SeminarId.parse(row.seminar_id),
  role: Role.parse(row.role),
  expires: row.expires_at,
  revoked: row.revoked_at !== null,
});
