import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is in the rooms of each gateway, for the others. A matter of seconds: nothing of it needs to outlive a crash. */
export class Presence202611250071 implements MigrationInterface {
  readonly name = 'Presence1764100071000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE UNLOGGED TABLE presence (
        seminar_id uuid NOT NULL,
        -- A process, named anew at each start.
        gateway uuid NOT NULL,
        here jsonb NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (seminar_id, gateway)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE presence');
  }
}
