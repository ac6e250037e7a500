import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who holds what while a command is under way that needs it: for good is decided by the log. */
export class AssetClaims202611250080 implements MigrationInterface {
  readonly name = 'AssetClaims1764100080000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE asset_claim (
        seminar_id uuid NOT NULL,
        hash text NOT NULL,
        -- The command that needs it; whether it was done, the log knows.
        command_id uuid NOT NULL,
        claimed_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (seminar_id, hash, command_id),
        FOREIGN KEY (seminar_id, hash) REFERENCES asset ON DELETE CASCADE
      )`);
    await runner.query('CREATE INDEX asset_claim_of_command ON asset_claim (seminar_id, command_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE asset_claim');
  }
}
