import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What members are told in the app. Folded from each log apart, like what can be searched. */
export class Notifications202611250052 implements MigrationInterface {
  readonly name = 'Notifications1764050052000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE notification_member (
        seminar_id uuid NOT NULL,
        audience text NOT NULL,
        member_id uuid NOT NULL,
        joined_position bigint NOT NULL,
        PRIMARY KEY (seminar_id, audience, member_id)
      )`);
    // Whose words they are, so that whoever is answered can be told.
    await runner.query(`
      CREATE TABLE notification_author (
        seminar_id uuid NOT NULL,
        audience text NOT NULL,
        annotation_id uuid NOT NULL,
        thread_id uuid NOT NULL,
        article_id uuid NOT NULL,
        author_id uuid NOT NULL,
        PRIMARY KEY (seminar_id, audience, annotation_id)
      )`);
    // No member: for everybody who had joined by then. subject: what has to be read for it (libs/seminar/src/read-marks.ts).
    await runner.query(`
      CREATE TABLE notification (
        seminar_id uuid NOT NULL,
        audience text NOT NULL,
        member_id uuid,
        position bigint NOT NULL,
        kind text NOT NULL,
        subject text NOT NULL,
        by_id uuid NOT NULL,
        at timestamptz NOT NULL,
        article_id uuid,
        annotation_id uuid,
        UNIQUE NULLS NOT DISTINCT (seminar_id, audience, member_id, position, kind)
      )`);
    await runner.query('CREATE INDEX notification_of_subject ON notification (seminar_id, audience, subject)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE notification, notification_author, notification_member');
  }
}
