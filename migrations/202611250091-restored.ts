import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is deleted can come back: it is told of no more, but its rows stay. */
export class Restored202611250091 implements MigrationInterface {
  readonly name = 'Restored1764100091000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE notification ADD COLUMN gone boolean NOT NULL DEFAULT false');
    await runner.query('ALTER TABLE seminar_overview_question ADD COLUMN deleted boolean NOT NULL DEFAULT false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE notification DROP COLUMN gone');
    await runner.query('ALTER TABLE seminar_overview_question DROP COLUMN deleted');
  }
}
