import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pictures of articles, and the files that articles were read from. */
export class Assets202611250020 implements MigrationInterface {
  readonly name = 'Assets1764100020000';

  async up(runner: QueryRunner): Promise<void> {
    // Per seminar, though the name is a hash: who may read one seminar learns nothing of what is kept for another.
    await runner.query(`
      CREATE TABLE asset (
        seminar_id uuid NOT NULL,
        -- SHA-256 of the bytes in hexadecimal.
        hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
        media_type text NOT NULL,
        -- Of a file that was brought: what it was called.
        name text,
        bytes bytea NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (seminar_id, hash)
      )`);
    // Pictures and archives are packed already.
    await runner.query('ALTER TABLE asset ALTER COLUMN bytes SET STORAGE EXTERNAL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE asset');
  }
}
