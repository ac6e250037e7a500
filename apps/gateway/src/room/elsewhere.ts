/**
 * Who is in the rooms of the other gateways on this database. Each keeps its own people in a table and says by a notification
 * that they have changed; from time to time it says that it still lives, and those of a gateway that no longer does are gone.
 * Nothing here is needed to read or to write: where the database fails, a gateway knows its own people for a while.
 */
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { Channel } from '#platform';
import type { PresenceFrame } from '#protocol';
import { SeminarId } from '#seminar';

type Here = PresenceFrame['here'];

const CHANNEL = 'catena_presence';
/** Signs of life that may be missed, until a gateway counts as gone. */
const MISSED = 3;

const KEEP = {
  name: 'keep-presence',
  text: `WITH kept AS (
      INSERT INTO presence (seminar_id, gateway, here) VALUES ($1, $2, $3)
      ON CONFLICT (seminar_id, gateway) DO UPDATE SET here = excluded.here, at = now()
    )
    SELECT set_config('synchronous_commit', 'off', true), pg_notify($4, $5)`,
};

const LEAVE = {
  name: 'leave-presence',
  text: `WITH gone AS (DELETE FROM presence WHERE seminar_id = $1 AND gateway = $2) SELECT pg_notify($3, $4)`,
};

const OF_OTHERS = {
  name: 'presence-of-others',
  text: `SELECT seminar_id, here FROM presence
    WHERE seminar_id = ANY ($1) AND gateway <> $2 AND at > now() - $3 * interval '1 millisecond'
    ORDER BY at`,
};

const LIVE = { name: 'presence-live', text: 'UPDATE presence SET at = now() WHERE gateway = $1' };

const GONE = { name: 'presence-gone', text: `DELETE FROM presence WHERE at < now() - $1 * interval '1 millisecond'` };

const nothing = () => undefined;

export class Elsewhere {
  readonly #pool: pg.Pool;
  readonly #interval: number;
  readonly #gateway = randomUUID();
  readonly #channel: Channel;
  /** Rooms that somebody is in here, with who is in them elsewhere. */
  readonly #rooms = new Map<SeminarId, Here>();
  #changed: (seminar: SeminarId) => void = () => undefined;
  #beat: NodeJS.Timeout | undefined;
  /** What is told is told in order. */
  #telling: Promise<void> = Promise.resolve();

  /** @param interval milliseconds between two signs of life */
  constructor(pool: pg.Pool, interval: number) {
    this.#pool = pool;
    this.#interval = interval;
    this.#channel = new Channel(pool, CHANNEL, {
      hear: (words) => this.#hear(words),
      missed: () => void this.#look([...this.#rooms.keys()]),
    });
  }

  async start(): Promise<void> {
    await this.#channel.open();
    this.#beat = setInterval(() => void this.#live(), this.#interval);
    this.#beat.unref();
  }

  /** Calls back when somebody came, went or moved elsewhere. */
  onChange(changed: (seminar: SeminarId) => void): void {
    this.#changed = changed;
  }

  /** Everybody in this room of another gateway. Empty before the room has been kept here. */
  here(seminar: SeminarId): Here {
    return this.#rooms.get(seminar) ?? [];
  }

  /** Tells the others who is in this room here. Never throws: what is lost is made up for by the next time. */
  async keep(seminar: SeminarId, here: Here): Promise<void> {
    const isNew = here.length > 0 && !this.#rooms.has(seminar);
    if (isNew) this.#rooms.set(seminar, []);
    if (here.length === 0) this.#rooms.delete(seminar);
    const hint = this.#channel.saying(seminar);
    const tell = () =>
      here.length > 0
        ? this.#pool.query({ ...KEEP, values: [seminar, this.#gateway, JSON.stringify(here), ...hint] })
        : this.#pool.query({ ...LEAVE, values: [seminar, this.#gateway, ...hint] });
    this.#telling = this.#telling.then(tell).then(nothing, nothing);
    await this.#telling;
    if (isNew) await this.#look([seminar]);
  }

  /** Takes its people out of all rooms. */
  async close(): Promise<void> {
    clearInterval(this.#beat);
    await this.#channel.close();
    await this.#telling;
    const gone = `WITH gone AS (DELETE FROM presence WHERE gateway = $1 RETURNING seminar_id)
      SELECT pg_notify($2, $3::text || seminar_id::text) FROM gone`;
    await this.#pool.query(gone, [this.#gateway, ...this.#channel.saying('')]).catch(() => undefined);
  }

  #hear(words: string): void {
    const parsed = SeminarId.safeParse(words);
    if (parsed.success && this.#rooms.has(parsed.data)) void this.#look([parsed.data]);
  }

  async #live(): Promise<void> {
    try {
      await this.#pool.query({ ...LIVE, values: [this.#gateway] });
      await this.#pool.query({ ...GONE, values: [2 * MISSED * this.#interval] });
    } catch {
      return;
    }
    await this.#look([...this.#rooms.keys()]);
  }

  async #look(seminars: readonly SeminarId[]): Promise<void> {
    if (seminars.length === 0) return;
    const values = [seminars, this.#gateway, MISSED * this.#interval];
    const found = await this.#pool
      .query<{ seminar_id: SeminarId; here: Here }>({ ...OF_OTHERS, values })
      .catch(() => undefined);
    if (!found) return;
    for (const seminar of seminars) {
      const was = this.#rooms.get(seminar);
      const now = found.rows.filter((row) => row.seminar_id === seminar).flatMap(({ here }) => here);
      if (!was || JSON.stringify(was) === JSON.stringify(now)) continue;
      this.#rooms.set(seminar, now);
      this.#changed(seminar);
    }
  }
}
