/**
 * Who the members are. The log knows them by id only; names stand here, where those who may see them look them up, and
 * where they can be changed or erased.
 */

import type pg from 'pg';
import { v4 } from 'uuid';
import { MemberId, SeminarId } from '#seminar';
import { PersonId } from './ids.ts';

export interface Membership {
  seminar: SeminarId;
  member: MemberId;
}

export class People {
  readonly #pool: pg.Pool;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  /** An id for somebody new. They are written down when they first give a name. */
  static newId(): PersonId {
    return PersonId.parse(v4());
  }

  /** The name this person goes by; the latest given. */
  async nameOf(person: PersonId): Promise<string | undefined> {
    const { rows } = await this.#pool.query<{ name: string }>('SELECT name FROM person WHERE id = $1', [person]);
    return rows[0]?.name;
  }

  /**
   * The member that this person is in the seminar, made if there is none. Asked again, also at the same time, it answers
   * the same, so joining can be repeated until its event stands in the log.
   */
  async becomeMember(seminar: SeminarId, person: PersonId, name: string): Promise<MemberId> {
    await this.#pool.query(
      'INSERT INTO person (id, name) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET name = excluded.name',
      [person, name],
    );
    await this.#pool.query(
      `INSERT INTO member (seminar_id, member_id, person_id, name) VALUES ($1, $2, $3, $4)
       ON CONFLICT (seminar_id, person_id) DO NOTHING`,
      [seminar, v4(), person, name],
    );
    const member = await this.memberOf(seminar, person);
    if (!member) throw new Error('The membership was removed while it was being made');
    return member;
  }

  /** The member that this person is in the seminar, if any. Whether they have joined is for the log to say. */
  async memberOf(seminar: SeminarId, person: PersonId): Promise<MemberId | undefined> {
    const { rows } = await this.#pool.query<{ member_id: string }>(
      'SELECT member_id FROM member WHERE seminar_id = $1 AND person_id = $2',
      [seminar, person],
    );
    return rows[0] && MemberId.parse(rows[0].member_id);
  }

  /** Whose membership this is. */
  async personOf(seminar: SeminarId, member: MemberId): Promise<PersonId | undefined> {
    const { rows } = await this.#pool.query<{ person_id: string }>(
      'SELECT person_id FROM member WHERE seminar_id = $1 AND member_id = $2',
      [seminar, member],
    );
    return rows[0] && PersonId.parse(rows[0].person_id);
  }

  async membershipsOf(person: PersonId): Promise<Membership[]> {
    const { rows } = await this.#pool.query<{ seminar_id: string; member_id: string }>(
      'SELECT seminar_id, member_id FROM member WHERE person_id = $1',
      [person],
    );
    return rows.map((row) => ({
      seminar: SeminarId.parse(row.seminar_id),
      member: MemberId.parse(row.member_id),
    }));
  }

  /** The names of all members of a seminar. */
  async names(seminar: SeminarId): Promise<Map<MemberId, string>> {
    const { rows } = await this.#pool.query<{ member_id: string; name: string }>(
      'SELECT member_id, name FROM member WHERE seminar_id = $1',
      [seminar],
    );
    return new Map(rows.map((row) => [MemberId.parse(row.member_id), row.name]));
  }
}
