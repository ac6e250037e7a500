import type { MigrationInterface, QueryRunner } from 'typeorm';
import { canonicalJson } from '../libs/log/src/chain/canonical-json.ts';
import { genesisOf, linkHash, newSalt, personalHashOf } from '../libs/log/src/chain/chain.ts';
import type { LogKey } from '../libs/log/src/log-key.ts';

/** Events that are read, chained and written back at once. */
const BATCH = 1_000;

/**
 * Chains the log: every event and every head carries a hash (see libs/log/src/chain/chain.ts), what a person wrote a salt and a
 * hash of its own. Events that are there already are chained as they stand. Heads move by position and hash together.
 */
export class HashChain202611250001 implements MigrationInterface {
  readonly name = 'HashChain1764028800001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE log ADD COLUMN hash bytea');
    await runner.query(
      'ALTER TABLE event ADD COLUMN salt bytea, ADD COLUMN personal_hash bytea, ADD COLUMN hash bytea',
    );
    const logs: Row[] = await runner.query('SELECT seminar_id, audience FROM log ORDER BY seminar_id, audience');
    for (const { seminar_id: seminar, audience } of logs) await chain(runner, { seminar, audience });
    await runner.query('ALTER TABLE log ALTER COLUMN hash SET NOT NULL');
    await runner.query('ALTER TABLE event ALTER COLUMN hash SET NOT NULL');
    await runner.query('DROP FUNCTION append_events');
    await runner.query(APPEND_EVENTS);
  }

  async down(): Promise<void> {
    throw new Error('The hashes of a log are not taken away again. Go back by restoring a backup.');
  }
}

type Row = { seminar_id: LogKey['seminar']; audience: LogKey['audience'] };

interface Unchained {
  position: string;
  type: string;
  version: number;
  at: Date;
  member_id: string;
  command_id: string;
  data: unknown;
  personal: unknown;
}

async function chain(runner: QueryRunner, log: LogKey): Promise<void> {
  let hash = genesisOf(log);
  for (let after = 0; ; after += BATCH) {
    const rows: Unchained[] = await runner.query(
      `SELECT position, type, version, at, member_id, command_id, data, personal FROM event
        WHERE seminar_id = $1 AND audience = $2 AND position > $3 ORDER BY position LIMIT ${BATCH}`,
      [log.seminar, log.audience, after],
    );
    const links = rows.map(({ position, at, member_id: by, command_id: command, type, version, data, personal }) => {
      const salt = personal === null ? null : newSalt();
      const personalHash = salt === null ? null : personalHashOf(canonicalJson(personal), salt);
      hash = linkHash(hash, {
        position: Number(position),
        at: at.toISOString(),
        by,
        command,
        type,
        version,
        data: canonicalJson(data),
        personalHash,
      });
      return { position, salt, personalHash, hash };
    });
    await runner.query(
      `UPDATE event SET salt = decode(link.salt, 'hex'), personal_hash = decode(link.personal_hash, 'hex'), hash = decode(link.hash, 'hex')
        FROM unnest($3::bigint[], $4::text[], $5::text[], $6::text[]) AS link (position, salt, personal_hash, hash)
        WHERE seminar_id = $1 AND audience = $2 AND event.position = link.position`,
      [
        log.seminar,
        log.audience,
        links.map(({ position }) => position),
        links.map(({ salt }) => salt),
        links.map(({ personalHash }) => personalHash),
        links.map((link) => link.hash),
      ],
    );
    if (rows.length < BATCH) break;
  }
  await runner.query(`UPDATE log SET hash = decode($3, 'hex') WHERE seminar_id = $1 AND audience = $2`, [
    log.seminar,
    log.audience,
    hash,
  ]);
}

/**
 * Group commit over many logs in one round trip. Log i goes forward only if its head is still at `heads[i]` with the hash
 * `hashes[i]`; then its events are written. Answers for each log whether it went forward.
 *
 * Locks: the head rows of the logs that go forward, one after the other in the order given. Callers give them in the order of
 * their names, so that two gateways with several logs in common wait for each other and never deadlock. A row that moved while
 * we waited for it is looked at again (READ COMMITTED) and drops out. Rides on the primary key of `log`.
 */
const APPEND_EVENTS = `
  CREATE FUNCTION append_events(
    seminars uuid[], audiences text[], heads bigint[], hashes bytea[], new_heads bigint[], new_hashes bytea[],
    logs integer[], positions bigint[], commands uuid[], command_indexes smallint[], types text[], versions smallint[],
    times timestamptz[], members uuid[], data jsonb[], personal jsonb[], salts bytea[], personal_hashes bytea[], event_hashes bytea[]
  ) RETURNS boolean[] LANGUAGE plpgsql AS $$
  DECLARE
    moved boolean[];
  BEGIN
    FOR i IN 1 .. cardinality(seminars) LOOP
      IF heads[i] = 0 THEN
        INSERT INTO log (seminar_id, audience, head, hash) VALUES (seminars[i], audiences[i], 0, hashes[i])
          ON CONFLICT DO NOTHING;
      END IF;
      UPDATE log SET head = new_heads[i], hash = new_hashes[i]
        WHERE seminar_id = seminars[i] AND audience = audiences[i] AND head = heads[i] AND hash = hashes[i];
      moved[i] := FOUND;
    END LOOP;

    INSERT INTO event (
        seminar_id, audience, position, command_id, command_index, type, version, at, member_id,
        data, personal, salt, personal_hash, hash)
      SELECT
        seminars[added.log], audiences[added.log], added.position, added.command_id, added.command_index,
        added.type, added.version, added.at, added.member_id,
        added.data, added.personal, added.salt, added.personal_hash, added.hash
      FROM unnest(
          logs, positions, commands, command_indexes, types, versions, times, members,
          append_events.data, append_events.personal, salts, personal_hashes, event_hashes)
        AS added (log, position, command_id, command_index, type, version, at, member_id,
          data, personal, salt, personal_hash, hash)
      WHERE moved[added.log];
    RETURN moved;
  END $$`;
