import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many parts the events are spread over. All logs of a seminar are in one part. */
const PARTITIONS = 16;

/**
 * The event log: heads, events, and the one function that writes them.
 *
 * `event` is hash-partitioned by seminar, and every key begins with it, so that a cluster can split by the same column.
 * What a person wrote stands in `personal`, apart from `data`, and can be set to null without touching anything else.
 */
export class EventLog202611240001 implements MigrationInterface {
  readonly name = 'EventLog1764000001000';

  async up(runner: QueryRunner): Promise<void> {
    // Heads are updated at every append: room on the page keeps those updates off the index (HOT).
    await runner.query(`
      CREATE TABLE log (
        seminar_id uuid NOT NULL,
        audience text NOT NULL,
        head bigint NOT NULL CHECK (head >= 0),
        PRIMARY KEY (seminar_id, audience)
      ) WITH (fillfactor = 50)`);

    await runner.query(`
      CREATE TABLE event (
        seminar_id uuid NOT NULL,
        audience text NOT NULL,
        position bigint NOT NULL CHECK (position > 0),
        command_id uuid NOT NULL,
        command_index smallint NOT NULL,
        type text NOT NULL,
        version smallint NOT NULL,
        at timestamptz NOT NULL,
        member_id uuid NOT NULL,
        data jsonb NOT NULL,
        personal jsonb,
        PRIMARY KEY (seminar_id, audience, position),
        UNIQUE (seminar_id, command_id, command_index)
      ) PARTITION BY HASH (seminar_id)`);
    for (let part = 0; part < PARTITIONS; part++) {
      await runner.query(`
        CREATE TABLE event_${part} PARTITION OF event
        FOR VALUES WITH (MODULUS ${PARTITIONS}, REMAINDER ${part})`);
    }

    // The newest folded state of a log: saves reading the log from the start, is never trusted over it.
    await runner.query(`
      CREATE TABLE snapshot (
        seminar_id uuid NOT NULL,
        audience text NOT NULL,
        position bigint NOT NULL,
        version smallint NOT NULL,
        body jsonb NOT NULL,
        PRIMARY KEY (seminar_id, audience)
      )`);

    await runner.query(APPEND_EVENTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION append_events');
    await runner.query('DROP TABLE snapshot, event, log');
  }
}

/**
 * Group commit over many logs in one round trip. Log i goes forward only if its head is still `heads[i]`; then its events
 * stand at heads[i] + 1, heads[i] + 2 … Answers with the numbers (from 1) of the logs that went forward.
 *
 * Locks: the head rows of the logs that can go forward, in the order of the primary key, so that two gateways with
 * several logs in common wait for each other and never deadlock. A row that moved while we waited for it is looked at
 * again (READ COMMITTED) and drops out. Rides on the primary key of `log`.
 */
const APPEND_EVENTS = `
  CREATE FUNCTION append_events(
    seminars uuid[], audiences text[], heads bigint[], counts integer[],
    event_logs integer[], steps integer[], commands uuid[], command_indexes smallint[], types text[],
    versions smallint[], times timestamptz[], members uuid[], data jsonb[], personal jsonb[]
  ) RETURNS SETOF bigint LANGUAGE sql AS $$
    INSERT INTO log (seminar_id, audience, head)
      SELECT seminar_id, audience, 0
      FROM unnest(seminars, audiences, heads) AS wanted (seminar_id, audience, head)
      WHERE head = 0
      ORDER BY seminar_id, audience
      ON CONFLICT DO NOTHING;

    WITH wanted AS (
      SELECT * FROM unnest(seminars, audiences, heads, counts)
        WITH ORDINALITY AS wanted (seminar_id, audience, head, count, number)
    ), unmoved AS (
      SELECT wanted.*
      FROM log JOIN wanted USING (seminar_id, audience)
      WHERE log.head = wanted.head
      ORDER BY log.seminar_id, log.audience
      FOR UPDATE OF log
    ), moved AS (
      UPDATE log SET head = unmoved.head + unmoved.count
      FROM unmoved
      WHERE log.seminar_id = unmoved.seminar_id AND log.audience = unmoved.audience
      RETURNING unmoved.number
    ), written AS (
      INSERT INTO event (
        seminar_id, audience, position, command_id, command_index, type, version, at, member_id, data, personal)
      SELECT
        unmoved.seminar_id, unmoved.audience, unmoved.head + added.step,
        added.command_id, added.command_index, added.type, added.version, added.at, added.member_id,
        added.data, added.personal
      FROM unnest(
          event_logs, steps, commands, command_indexes, types, versions, times, members,
          append_events.data, append_events.personal)
        AS added (number, step, command_id, command_index, type, version, at, member_id, data, personal)
        JOIN unmoved USING (number)
    )
    SELECT number FROM moved;
  $$`;
