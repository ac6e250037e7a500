import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Folded states of a log at several positions, so that the seminar can be shown as it stood at any of them. What was kept
 * before was the newest state alone; it is folded again when somebody asks.
 */
export class Snapshots202611250010 implements MigrationInterface {
  readonly name = 'Snapshots1764050010000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE snapshot');
    // Written once and read whole, never looked into: json keeps the text, jsonb would take it apart and put it together.
    await runner.query(`
      CREATE TABLE snapshot (
        seminar_id uuid NOT NULL,
        audience text NOT NULL,
        position bigint NOT NULL CHECK (position > 0),
        version smallint NOT NULL,
        body json NOT NULL,
        PRIMARY KEY (seminar_id, audience, position)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE snapshot');
    await runner.query(`
      CREATE TABLE snapshot (
        seminar_id uuid NOT NULL,
        audience text NOT NULL,
        position bigint NOT NULL,
        version smallint NOT NULL,
        body jsonb NOT NULL,
        PRIMARY KEY (seminar_id, audience)
      )`);
  }
}
