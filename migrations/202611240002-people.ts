import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Names, memberships and invitations: what the log must not hold, because it can change or be erased. */
export class People202611240002 implements MigrationInterface {
  readonly name = 'People1764000002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE person (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      )`);

    await runner.query(`
      CREATE TABLE member (
        seminar_id uuid NOT NULL,
        member_id uuid NOT NULL,
        person_id uuid NOT NULL REFERENCES person (id),
        name text NOT NULL,
        PRIMARY KEY (seminar_id, member_id),
        UNIQUE (seminar_id, person_id)
      )`);
    await runner.query('CREATE INDEX member_of_person ON member (person_id)');

    // The token is kept as it is: an instructor wants to copy the link again, and it opens no more than its seminar.
    await runner.query(`
      CREATE TABLE invite (
        token text PRIMARY KEY,
        seminar_id uuid NOT NULL,
        role text NOT NULL,
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        revoked_at timestamptz
      )`);
    await runner.query('CREATE INDEX invite_of_seminar ON invite (seminar_id)');

    await runner.query('CREATE TABLE secret (name text PRIMARY KEY, value text NOT NULL)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE secret, invite, member, person');
  }
}
