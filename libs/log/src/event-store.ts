/**
 * The log in Postgres: append by compare-and-swap, many logs in one round trip, and read in order. Nothing here decides
 * anything.
 */

import pg from 'pg';
import type { CommandId, MemberId, RecordedEvent } from '#seminar';
import { Audience, readStored } from '#seminar';
import type { Append } from './append.ts';
import { type LogKey, nameOf } from './log-key.ts';
import { POSITION_AT } from './position-at.ts';
import { APPEND, appendValues, COMMANDS_SEEN, type EventRow, HEAD, HEAD_FOR_UPDATE, HEADS, READ } from './queries.ts';
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
    try {
      const { rows } = await connection.query<{ number: number }>({ ...APPEND, values: appendValues(appends) });
      const written = new Set(rows.map(({ number }) => Number(number)));
      return appends.map((_, index) => (written.has(index + 1) ? 'written' : 'head-moved'));
    } catch (error) {
      if (!(error instanceof pg.DatabaseError) || error.code !== UNIQUE_VIOLATION) throw error;
      if (appends.length === 1) return ['command-seen'];
      // One repeated command spoils the statement for all; alone, each gets its own verdict.
      const verdicts: Verdict[] = [];
      for (const append of appends) verdicts.push(...(await this.append([append], connection)));
      return verdicts;
    }
  }

  /**
   * Runs `write` while nobody else can append to this log, with the head as it is now. For a log that has lost its race
   * too often: the row lock queues, so its turn comes.
   */
  async exclusively<T>(log: LogKey, write: (head: number, connection: Queryable) => Promise<T>): Promise<T> {
    return inTransaction(this.#pool, async (connection) => {
      const { rows } = await connection.query<{ head: number }>({
        ...HEAD_FOR_UPDATE,
        values: [log.seminar, log.audience],
      });
      return write(Number(rows[0]?.head ?? 0), connection);
    });
  }

  /** Events at the positions after `after`, in order, `limit` at most. */
  async read(log: LogKey, after: number, limit: number, connection: Queryable = this.#pool): Promise<RecordedEvent[]> {
    const { rows } = await connection.query<EventRow>({ ...READ, values: [log.seminar, log.audience, after, limit] });
    return rows.map(recorded);
  }

  /** Everything after `after`, in batches. */
  async *readAll(log: LogKey, after: number, connection?: Queryable): AsyncGenerator<RecordedEvent[]> {
    for (let position = after; ; ) {
      const events = await this.read(log, position, READ_BATCH, connection);
      if (events.length > 0) yield events;
      if (events.length < READ_BATCH) return;
      position += events.length;
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

function recorded({ type, version, data, personal, ...row }: EventRow): RecordedEvent {
  return {
    ...readStored({ type, version, data, personal }),
    position: Number(row.position),
    at: row.at.toISOString(),
    by: row.member_id,
    command: row.command_id,
  };
}
