import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that were brought and not yet published: how far their reading has come, what was read, what was mended. */
export class Uploads202611250040 implements MigrationInterface {
  readonly name = 'Uploads1764100040000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE upload (
        id uuid PRIMARY KEY,
        seminar_id uuid NOT NULL,
        person_id uuid NOT NULL,
        name text NOT NULL,
        -- What the person said it is; otherwise guessed.
        format text,
        -- The file, as it is kept in asset.
        file text NOT NULL,
        -- All that it needs of asset: the file, and its pictures once it is read.
        assets text[] NOT NULL,
        status text NOT NULL CHECK (status IN ('reading', 'ready', 'failed')),
        -- While it is read; empty until a worker has begun.
        progress jsonb,
        -- What was read, with what was guessed.
        preview jsonb,
        error jsonb,
        mendings jsonb NOT NULL DEFAULT '[]',
        created_at timestamptz NOT NULL DEFAULT now(),
        -- When something last happened to it: what nobody comes back to is dropped.
        touched_at timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query('CREATE INDEX upload_of_person ON upload (seminar_id, person_id, created_at)');
    await runner.query('CREATE INDEX upload_by_age ON upload (touched_at)');
    // What is there already may be part of an article, so none of it is ever dropped.
    await runner.query(`
      ALTER TABLE asset
        ADD COLUMN published boolean NOT NULL DEFAULT true,
        ADD COLUMN brought_at timestamptz NOT NULL DEFAULT now()`);
    await runner.query('ALTER TABLE asset ALTER COLUMN published SET DEFAULT false');
    await runner.query('CREATE INDEX asset_unpublished ON asset (brought_at) WHERE NOT published');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE asset DROP COLUMN published, DROP COLUMN brought_at');
    await runner.query('DROP TABLE upload');
  }
}
