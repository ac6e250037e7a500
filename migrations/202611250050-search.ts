import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What can be searched: the words of articles and of discussions. Folded from the logs like the other read models, from
 * each log apart, so that a row always says who may read it.
 */
export class Search202611250050 implements MigrationInterface {
  readonly name = 'Search1764050050000';

  async up(runner: QueryRunner): Promise<void> {
    // Which Postgres configuration the words of an article, and what is said on it, are read by.
    await runner.query(`
      CREATE TABLE search_article (
        seminar_id uuid NOT NULL,
        audience text NOT NULL,
        article_id uuid NOT NULL,
        config text NOT NULL,
        PRIMARY KEY (seminar_id, audience, article_id)
      )`);
    // An entry is a block of the newest version, or an annotation; entry_id is its id. Of what was deleted, no words.
    await runner.query(`
      CREATE TABLE search_entry (
        seminar_id uuid NOT NULL,
        audience text NOT NULL,
        article_id uuid NOT NULL,
        entry_id text NOT NULL,
        config text NOT NULL,
        block_id text NOT NULL,
        thread_id uuid,
        author_id uuid,
        motivation text,
        at timestamptz,
        position bigint NOT NULL,
        words text,
        tags text,
        vector tsvector,
        PRIMARY KEY (seminar_id, audience, article_id, entry_id)
      )`);
    await runner.query('CREATE INDEX search_entry_of_annotation ON search_entry (seminar_id, audience, entry_id)');
    // A vector holds the name of its log as one more lexeme, so that a search never looks into other logs (libs/read-models).
    await runner.query('CREATE INDEX search_entry_vector ON search_entry USING gin (vector) WITH (fastupdate = off)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE search_entry, search_article');
  }
}
