import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far each member has read, over all their devices: a matter between them and the screen, so no event. */
export class ReadMarks202611250051 implements MigrationInterface {
  readonly name = 'ReadMarks1764050051000';

  async up(runner: QueryRunner): Promise<void> {
    // What the marks are, and how those of two devices are merged: libs/seminar/src/read-marks.ts.
    await runner.query(`
      CREATE TABLE read_marks (
        seminar_id uuid NOT NULL,
        member_id uuid NOT NULL,
        marks jsonb NOT NULL,
        PRIMARY KEY (seminar_id, member_id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE read_marks');
  }
}
