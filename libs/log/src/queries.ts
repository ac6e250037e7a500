/** The statements of the event store. All are prepared once per connection. */
import type { CommandId, MemberId, StoredEvent } from '#seminar';
import type { Append } from './append.ts';

export interface EventRow extends StoredEvent {
  position: string;
  at: Date;
  member_id: MemberId;
  command_id: CommandId;
}

/** See `append_events` in the migration for what it locks. */
export const APPEND = {
  name: 'append-events',
  text: `SELECT number FROM append_events(
    $1::uuid[], $2::text[], $3::bigint[], $4::integer[],
    $5::integer[], $6::integer[], $7::uuid[], $8::smallint[], $9::text[],
    $10::smallint[], $11::timestamptz[], $12::uuid[], $13::jsonb[], $14::jsonb[]) AS number`,
};

/** Rides on the primary key of `event`; touches one partition. */
export const READ = {
  name: 'read-events',
  text: `SELECT position, at, member_id, command_id, type, version, data, personal
    FROM event
    WHERE seminar_id = $1 AND audience = $2 AND position > $3
    ORDER BY position
    LIMIT $4`,
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

/** The appends as one array per column. */
export function appendValues(appends: readonly Append[]): unknown[][] {
  const events = appends.flatMap((append, index) =>
    append.events.map((event, step) => ({
      event,
      number: index + 1,
      step: step + 1,
      index: commandIndex(append, step),
    })),
  );
  return [
    appends.map(({ log }) => log.seminar),
    appends.map(({ log }) => log.audience),
    appends.map(({ head }) => head),
    appends.map((append) => append.events.length),
    events.map(({ number }) => number),
    events.map(({ step }) => step),
    events.map(({ event }) => event.command),
    events.map(({ index }) => index),
    events.map(({ event }) => event.type),
    events.map(({ event }) => event.version),
    events.map(({ event }) => event.at),
    events.map(({ event }) => event.by),
    events.map(({ event }) => JSON.stringify(event.data)),
    events.map(({ event }) => event.personal && JSON.stringify(event.personal)),
  ];
}

/** The events of one command stand together; the how-manieth of them is this? */
function commandIndex({ events }: Append, step: number): number {
  let first = step;
  while (first > 0 && events[first - 1]?.command === events[step]?.command) first--;
  return step - first;
}
