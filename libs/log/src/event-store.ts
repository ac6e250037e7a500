/**
 * The log in Postgres: append by compare-and-swap, many logs in one round trip, and read in order. Nothing here decides
 * anything.
 */

import pg from 'pg';
import type { AnnotationId, CommandId, MemberId, RecordedEvent } from '#seminar';
import { Audience, readStored, recordedAt } from '#seminar';
import type { Append } from './append.ts';
import { genesisOf, type Hash } from './chain/chain.ts';
import { type LogKey, nameOf } from './log-key.ts';
import { POSITION_AT } from './position-at.ts';
import {
  APPEND,
  appendOne,
  appendValues,
  COMMANDS_SEEN,
  type EventRow,
  HASH,
  HEAD,
  HEAD_FOR_UPDATE,
  HEADS,
  type LinkedRow,
  READ,
  READ_LINKED,
  WORDING,
} from './queries.ts';
import { inTransaction } from './transaction.ts';

/**
 * `written`; or `head-moved`: another gateway was faster; or `command-seen`: one of the commands is in the seminar's
 * logs already. In the last two cases nothing of this append was written.
 */
export type Verdict = 'written' | 'head-moved' | 'command-seen';

/** What became of a command that was carried out before. */
export interface SeenCommand {
  by: MemberId;
  audience: Audience;
  positions: number[];
}

/** An event with its hash in the chain. */
export interface LinkedEvent {
  event: RecordedEvent;
  hash: Hash;
}

/** A pool, or one connection of it with a transaction under way. */
export type Queryable = Pick<pg.Pool, 'query'>;

const UNIQUE_VIOLATION = '23505';
const READ_BATCH = 1_000;

export class EventStore {
  readonly #pool: pg.Pool;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  /**
   * Writes each append or leaves it out whole, independently of its neighbours, in one round trip and one commit.
   * If this throws, it is unknown what was written: look the commands up.
   */
  async append(appends: readonly Append[], connection: Queryable = this.#pool): Promise<Verdict[]> {
    if (appends.length === 0) return [];
    const one = appendOne(appends);
    if (one) return this.#appendOne(one, connection);
    const ordered = [...appends].sort((a, b) => (nameOf(a.log) < nameOf(b.log) ? -1 : 1));
    try {
      const { rows } = await connection.query<{ moved: boolean[] }>({ ...APPEND, values: appendValues(ordered) });
      const written = new Set(ordered.filter((_, index) => rows[0]?.moved[index]));
      return appends.map((append) => (written.has(append) ? 'written' : 'head-moved'));
    } catch (error) {
      if (!isRepetition(error)) throw error;
      if (appends.length === 1) return ['command-seen'];
      // One repeated command spoils the statement for all; alone, each gets its own verdict.
      const verdicts: Verdict[] = [];
      for (const append of appends) verdicts.push(...(await this.append([append], connection)));
      return verdicts;
    }
  }

  async #appendOne(one: NonNullable<ReturnType<typeof appendOne>>, connection: Queryable): Promise<Verdict[]> {
    try {
      const { rowCount } = await connection.query(one);
      return [rowCount === 1 ? 'written' : 'head-moved'];
    } catch (error) {
      if (!isRepetition(error)) throw error;
      return ['command-seen'];
    }
  }

  /**
   * Runs `write` while nobody else can append to this log. For a log that has lost its race too often: the row lock queues, so
   * its turn comes.
   */
  async exclusively<T>(log: LogKey, write: (connection: Queryable) => Promise<T>): Promise<T> {
    return inTransaction(this.#pool, async (connection) => {
      await connection.query({ ...HEAD_FOR_UPDATE, values: [log.seminar, log.audience] });
      return write(connection);
    });
  }

  /** Events at the positions after `after`, in order, `limit` at most. */
  async read(log: LogKey, after: number, limit: number, connection: Queryable = this.#pool): Promise<RecordedEvent[]> {
    const { rows } = await connection.query<EventRow>({ ...READ, values: [log.seminar, log.audience, after, limit] });
    return rows.map(recorded);
  }

  /** What an annotation says, or said until it was deleted; `null` where that is erased, `undefined` where there is none. */
  async wordingOf(log: LogKey, annotation: AnnotationId): Promise<string | null | undefined> {
    const { rows } = await this.#pool.query<EventRow>({ ...WORDING, values: [log.seminar, log.audience, annotation] });
    const [event] = rows.map(recorded);
    return event && (event.personal?.body ?? null);
  }

  /** Everything after `after` with its hashes, in batches. */
  async *readLinked(log: LogKey, after: number, connection: Queryable = this.#pool): AsyncGenerator<LinkedEvent[]> {
    for (let position = after; ; ) {
      const values = [log.seminar, log.audience, position, READ_BATCH];
      const { rows } = await connection.query<LinkedRow>({ ...READ_LINKED, values });
      if (rows.length > 0) yield rows.map((row) => ({ event: recorded(row), hash: row.hash }));
      if (rows.length < READ_BATCH) return;
      position += rows.length;
    }
  }

  /** The hash that the event behind this position is chained to; `undefined` where there is no such position. */
  async hashAt(log: LogKey, position: number): Promise<Hash | undefined> {
    if (position === 0) return genesisOf(log);
    const { rows } = await this.#pool.query<{ hash: Hash }>({ ...HASH, values: [log.seminar, log.audience, position] });
    return rows[0]?.hash;
  }

  /** Everything after `after`, in batches. While one is being worked on, the next is being read. */
  async *readAll(log: LogKey, after: number, connection?: Queryable): AsyncGenerator<RecordedEvent[]> {
    let reading = this.read(log, after, READ_BATCH, connection);
    for (;;) {
      const events = await reading;
      const last = events.at(-1);
      if (!last || events.length < READ_BATCH) {
        if (last) yield events;
        return;
      }
      reading = this.read(log, last.position, READ_BATCH, connection);
      // Whoever stops in between has no use for it, nor for its failure.
      reading.catch(() => undefined);
      yield events;
    }
  }

  /** The position of the newest event; 0 for a log that nobody has written to. */
  async head(log: LogKey): Promise<number> {
    const { rows } = await this.#pool.query<{ head: number }>({ ...HEAD, values: [log.seminar, log.audience] });
    return Number(rows[0]?.head ?? 0);
  }

  /** Where a log stood at a moment; 0 before its first event, its head after its last. */
  async positionAt(log: LogKey, time: Date): Promise<number> {
    const { rows } = await this.#pool.query<{ position: number }>({
      ...POSITION_AT,
      values: [log.seminar, log.audience, time.getTime() / 1_000],
    });
    return Number(rows[0]?.position ?? 0);
  }

  /** The heads of many logs, by `nameOf`. */
  async heads(logs: readonly LogKey[]): Promise<Map<string, number>> {
    const { rows } = await this.#pool.query<{
      seminar_id: LogKey['seminar'];
      audience: LogKey['audience'];
      head: number;
    }>({
      ...HEADS,
      values: [logs.map(({ seminar }) => seminar), logs.map(({ audience }) => audience)],
    });
    return new Map(rows.map((row) => [nameOf({ seminar: row.seminar_id, audience: row.audience }), Number(row.head)]));
  }

  /** Those of these commands that have been carried out in the seminar, in whichever of its logs. */
  async commandsSeen(seminar: LogKey['seminar'], commands: readonly CommandId[]): Promise<Map<CommandId, SeenCommand>> {
    const { rows } = await this.#pool.query<{
      command_id: CommandId;
      audience: string;
      member_id: MemberId;
      positions: string[];
    }>({ ...COMMANDS_SEEN, values: [seminar, commands] });
    return new Map(
      rows.map((row) => [
        row.command_id,
        { by: row.member_id, audience: Audience.parse(row.audience), positions: row.positions.map(Number) },
      ]),
    );
  }
}

/** Has a command been carried out before? Nothing else about an event has to be unique once its log stands where it should. */
const isRepetition = (error: unknown): boolean => error instanceof pg.DatabaseError && error.code === UNIQUE_VIOLATION;

const recorded = (row: EventRow): RecordedEvent =>
  recordedAt(readStored(row), {
    position: Number(row.position),
    at: row.at,
    by: row.member_id,
    command: row.command_id,
  });
