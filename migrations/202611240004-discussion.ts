import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was said, by section and by person: what summaries and digests are made from. Folded from the logs like the overviews. */
export class Discussion202611240004 implements MigrationInterface {
  readonly name = 'Discussion1764000004000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE discussion_member (
        seminar_id uuid NOT NULL,
        member_id uuid NOT NULL,
        role text NOT NULL,
        joined_at timestamptz NOT NULL,
        joined_position bigint NOT NULL,
        contributions integer NOT NULL DEFAULT 0,
        first_at timestamptz,
        last_at timestamptz,
        PRIMARY KEY (seminar_id, member_id)
      )`);
    await runner.query(`
      CREATE TABLE discussion_article (
        seminar_id uuid NOT NULL,
        article_id uuid NOT NULL,
        version integer NOT NULL,
        title text NOT NULL,
        position bigint NOT NULL,
        PRIMARY KEY (seminar_id, article_id, version)
      )`);
    await runner.query(`
      CREATE TABLE discussion_section (
        seminar_id uuid NOT NULL,
        article_id uuid NOT NULL,
        section_id text NOT NULL,
        version integer NOT NULL,
        ordinal integer NOT NULL,
        title text NOT NULL,
        characters integer NOT NULL,
        total integer NOT NULL DEFAULT 0,
        PRIMARY KEY (seminar_id, article_id, section_id)
      )`);
    await runner.query(`
      CREATE TABLE discussion_block (
        seminar_id uuid NOT NULL,
        article_id uuid NOT NULL,
        block_id text NOT NULL,
        section_id text NOT NULL,
        version integer NOT NULL,
        PRIMARY KEY (seminar_id, article_id, block_id)
      )`);
    await runner.query(`
      CREATE TABLE contribution (
        seminar_id uuid NOT NULL,
        annotation_id uuid NOT NULL,
        article_id uuid NOT NULL,
        section_id text,
        block_id text NOT NULL,
        passage text NOT NULL,
        thread_id uuid NOT NULL,
        parent_id uuid,
        author_id uuid NOT NULL,
        motivation text NOT NULL,
        body text,
        at timestamptz NOT NULL,
        position bigint NOT NULL,
        touched bigint NOT NULL,
        deleted boolean NOT NULL DEFAULT false,
        answer_id uuid,
        resolved boolean NOT NULL DEFAULT false,
        agreed integer NOT NULL DEFAULT 0,
        -- Of what opens a thread: where it hangs, and since which position on nowhere any more.
        anchor jsonb,
        orphaned_at bigint,
        PRIMARY KEY (seminar_id, annotation_id)
      )`);
    await runner.query('CREATE INDEX contribution_by_position ON contribution (seminar_id, position)');
    await runner.query('CREATE INDEX contribution_by_thread ON contribution (seminar_id, thread_id)');
    await runner.query('CREATE INDEX contribution_by_author ON contribution (seminar_id, author_id, position)');
    await runner.query(
      'CREATE INDEX contribution_by_section ON contribution (seminar_id, article_id, section_id, touched)',
    );
    await runner.query(`
      CREATE INDEX contribution_open_questions ON contribution (seminar_id, position)
        WHERE motivation = 'questioning' AND answer_id IS NULL AND NOT resolved AND NOT deleted`);
    await runner.query(
      'CREATE INDEX contribution_orphans ON contribution (seminar_id, orphaned_at) WHERE orphaned_at IS NOT NULL',
    );
    await runner.query(`
      CREATE TABLE discussion_summary (
        seminar_id uuid NOT NULL,
        article_id uuid NOT NULL,
        section_id text NOT NULL,
        "to" bigint NOT NULL,
        language text NOT NULL,
        pinned boolean NOT NULL DEFAULT false,
        hidden boolean NOT NULL DEFAULT false,
        sentences jsonb NOT NULL,
        made_at_position bigint NOT NULL,
        PRIMARY KEY (seminar_id, article_id, section_id)
      )`);
    // What stands; position and time are those of the newest wording, so that a digest can tell what was asked since.
    await runner.query(`
      CREATE TABLE discussion_assignment (
        seminar_id uuid NOT NULL,
        assignment_id uuid NOT NULL,
        article_id uuid NOT NULL,
        section_id text,
        contributions integer NOT NULL,
        due_at timestamptz NOT NULL,
        assigned_position bigint NOT NULL,
        assigned_at timestamptz NOT NULL,
        PRIMARY KEY (seminar_id, assignment_id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE discussion_assignment, discussion_summary, contribution, discussion_block, discussion_section,
        discussion_article, discussion_member`);
  }
}
