import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Folded states that share what has not changed between them (see libs/log/src/snapshots/kept-states.ts): of a state the frame, and of
 * each annotation what it had become. `hash` is that of the event the state ends with, `annotations` how many there were, and
 * `made` where in the log an annotation was first written. What was kept so far is folded again when somebody asks.
 */
export class KeptStates202611250030 implements MigrationInterface {
  readonly name = 'KeptStates1764100030000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE snapshot');
    await runner.query(`
      CREATE TABLE snapshot (
        seminar_id uuid NOT NULL,
        audience text NOT NULL,
        version smallint NOT NULL,
        position bigint NOT NULL CHECK (position > 0),
        hash bytea NOT NULL,
        body json NOT NULL,
        annotations integer NOT NULL,
        PRIMARY KEY (seminar_id, audience, version, position)
      )`);
    // Written once, never looked into: json keeps the text, jsonb would take it apart and put it together.
    await runner.query(`
      CREATE TABLE snapshot_annotation (
        seminar_id uuid NOT NULL,
        audience text NOT NULL,
        version smallint NOT NULL,
        made bigint NOT NULL CHECK (made > 0),
        position bigint NOT NULL CHECK (position >= made),
        annotation uuid NOT NULL,
        body json NOT NULL,
        PRIMARY KEY (seminar_id, audience, version, made, position)
      )`);
    await runner.query('CREATE INDEX ON snapshot_annotation (seminar_id, audience, version, annotation, position)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE snapshot, snapshot_annotation');
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
}
