import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which version of a projection has folded a log: rows of an earlier one are folded anew. All there is so far is of the first. */
export class ProjectionVersions202611250011 implements MigrationInterface {
  readonly name = 'ProjectionVersions1764050011000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE checkpoint ADD COLUMN version integer NOT NULL DEFAULT 1');
    await runner.query('ALTER TABLE checkpoint ALTER COLUMN version DROP DEFAULT');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE checkpoint DROP COLUMN version');
  }
}
