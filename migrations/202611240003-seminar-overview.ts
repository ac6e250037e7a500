import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is folded from the logs for queries, and how far. All of it may be emptied and is folded anew. */
export class SeminarOverview202611240003 implements MigrationInterface {
  readonly name = 'SeminarOverview1764000003000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE checkpoint (
        projection text NOT NULL,
        seminar_id uuid NOT NULL,
        audience text NOT NULL,
        position bigint NOT NULL CHECK (position >= 0),
        PRIMARY KEY (projection, seminar_id, audience)
      )`);

    await runner.query(`
      CREATE TABLE seminar_overview (
        seminar_id uuid PRIMARY KEY,
        title text NOT NULL,
        members integer NOT NULL,
        annotations integer NOT NULL,
        last_activity timestamptz NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE seminar_overview_article (
        seminar_id uuid NOT NULL,
        article_id uuid NOT NULL,
        version integer NOT NULL,
        title text NOT NULL,
        imported_at timestamptz NOT NULL,
        PRIMARY KEY (seminar_id, article_id)
      )`);
    await runner.query(`
      CREATE TABLE seminar_overview_question (
        seminar_id uuid NOT NULL,
        annotation_id uuid NOT NULL,
        answered boolean NOT NULL DEFAULT false,
        resolved boolean NOT NULL DEFAULT false,
        PRIMARY KEY (seminar_id, annotation_id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE seminar_overview_question, seminar_overview_article, seminar_overview, checkpoint');
  }
}
