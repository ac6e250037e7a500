/** The statements of the event store. All are prepared once per connection. */
import type { CommandId, MemberId, StoredEvent } from '#seminar';
import type { Append } from './append.ts';
import { byteas, int2s, int4s, int8s, jsonbs, texts, timestamps, uuids } from './binary-arrays.ts';
import type { Hash } from './chain/chain.ts';
import type { SealedEvent } from './chain/seal.ts';
import { timesAsIso } from './iso-time.ts';

export interface EventRow extends StoredEvent {
  position: string;
  /** ISO 8601, UTC. */
  at: string;
  member_id: MemberId;
  command_id: CommandId;
}

/** An event with its hash in the chain. */
export interface LinkedRow extends EventRow {
  hash: Hash;
}

/** See `append_events` in migrations/202611250001-hash-chain.ts for what it locks. */
export const APPEND = {
  name: 'append-events',
  text: `SELECT append_events(
    $1::uuid[], $2::text[], $3::bigint[], $4::bytea[], $5::bigint[], $6::bytea[],
    $7::integer[], $8::bigint[], $9::uuid[], $10::smallint[], $11::text[], $12::smallint[],
    $13::timestamptz[], $14::uuid[], $15::jsonb[], $16::jsonb[], $17::bytea[], $18::bytea[], $19::bytea[]) AS moved`,
};

/**
 * The same for one event in a log that has some already: what a quiet seminar does, where nothing waits to be grouped with it and
 * the time of the call is all that counts. Locks the head's row; the event is inserted if the head was there.
 */
const APPEND_ONE = {
  name: 'append-event',
  text: `WITH moved AS (
      UPDATE log SET head = $5, hash = $6
      WHERE seminar_id = $1 AND audience = $2 AND head = $3 AND hash = $4
      RETURNING seminar_id
    )
    INSERT INTO event (
      seminar_id, audience, position, command_id, command_index, type, version, at, member_id,
      data, personal, salt, personal_hash, hash)
    SELECT seminar_id, $2, $5, $7, 0, $8, $9, $10, $11, $12, $13, $14, $15, $6 FROM moved`,
};

/** Rides on the primary key of `event`; touches one partition. */
export const READ = {
  name: 'read-events',
  types: timesAsIso,
  text: `SELECT position, at, member_id, command_id, type, version, data, personal
    FROM event
    WHERE seminar_id = $1 AND audience = $2 AND position > $3
    ORDER BY position
    LIMIT $4`,
};

/** The same with the hash of each. */
export const READ_LINKED = {
  ...READ,
  name: 'read-linked-events',
  text: READ.text.replace('personal', "personal, encode(hash, 'hex') AS hash"),
};

/**
 * The event that gave an annotation the words that it has, or had until it was deleted. Goes down the primary key from the head, so
 * that what was said lately is found at once; of what is as old as the log, the whole log is looked through.
 */
export const WORDING = {
  ...READ,
  name: 'wording-event',
  text: `SELECT position, at, member_id, command_id, type, version, data, personal
    FROM event
    WHERE seminar_id = $1 AND audience = $2 AND data ->> 'annotation' = $3
      AND type IN ('annotation.created', 'annotation.edited', 'annotation.restored')
    ORDER BY position DESC
    LIMIT 1`,
};

/** The hash of the event at a position. */
export const HASH = {
  name: 'event-hash',
  text: `SELECT encode(hash, 'hex') AS hash FROM event WHERE seminar_id = $1 AND audience = $2 AND position = $3`,
};

export const HEAD = { name: 'log-head', text: 'SELECT head FROM log WHERE seminar_id = $1 AND audience = $2' };

/** Locks the head's row: nobody else appends to this log until the transaction ends. */
export const HEAD_FOR_UPDATE = { name: 'log-head-for-update', text: `${HEAD.text} FOR UPDATE` };

export const HEADS = {
  name: 'log-heads',
  text: `SELECT seminar_id, audience, head
    FROM log JOIN unnest($1::uuid[], $2::text[]) AS wanted (seminar_id, audience) USING (seminar_id, audience)`,
};

/** Rides on the unique index (seminar_id, command_id, command_index). */
export const COMMANDS_SEEN = {
  name: 'commands-seen',
  text: `SELECT command_id, audience, member_id, array_agg(position ORDER BY position) AS positions
    FROM event
    WHERE seminar_id = $1 AND command_id = ANY ($2::uuid[])
    GROUP BY command_id, audience, member_id`,
};

/** One event for a log that has been written to before, if that is all there is to append. */
export function appendOne([append, ...others]: readonly Append[]) {
  const [sealed, ...more] = append?.events ?? [];
  if (!append || !sealed || append.head === 0 || others.length > 0 || more.length > 0) return undefined;
  const { event, data, personal, salt, personalHash, hash } = sealed;
  const values = [
    append.log.seminar,
    append.log.audience,
    append.head,
    bytes(append.hash),
    event.position,
    bytes(hash),
    event.command,
    event.type,
    event.version,
    event.at,
    event.by,
    data,
    personal,
    salt && bytes(salt),
    personalHash && bytes(personalHash),
  ];
  return { ...APPEND_ONE, values };
}

const bytes = (hexadecimal: string): Buffer => Buffer.from(hexadecimal, 'hex');

/** The appends as one array per column. */
export function appendValues(appends: readonly Append[]): Buffer[] {
  const sealed = appends.flatMap(({ events }) => events);
  const ends = appends.map(({ head, hash, events }) => {
    const last = events.at(-1);
    return { head: last?.event.position ?? head, hash: last?.hash ?? hash };
  });
  return [
    uuids(appends.map(({ log }) => log.seminar)),
    texts(appends.map(({ log }) => log.audience)),
    int8s(appends.map(({ head }) => head)),
    byteas(appends.map(({ hash }) => hash)),
    int8s(ends.map(({ head }) => head)),
    byteas(ends.map(({ hash }) => hash)),
    int4s(appends.flatMap(({ events }, index) => events.map(() => index + 1))),
    int8s(sealed.map(({ event }) => event.position)),
    uuids(sealed.map(({ event }) => event.command)),
    int2s(appends.flatMap(({ events }) => commandIndexes(events))),
    texts(sealed.map(({ event }) => event.type)),
    int2s(sealed.map(({ event }) => event.version)),
    timestamps(sealed.map(({ event }) => event.at)),
    uuids(sealed.map(({ event }) => event.by)),
    jsonbs(sealed.map(({ data }) => data)),
    jsonbs(sealed.map(({ personal }) => personal)),
    byteas(sealed.map(({ salt }) => salt)),
    byteas(sealed.map(({ personalHash }) => personalHash)),
    byteas(sealed.map(({ hash }) => hash)),
  ];
}

/** The events of one command stand together; the how-manieth of them is each? */
function commandIndexes(events: readonly SealedEvent[]): number[] {
  let index = 0;
  return events.map(({ event }, step) => {
    index = step > 0 && events[step - 1]?.event.command === event.command ? index + 1 : 0;
    return index;
  });
}
