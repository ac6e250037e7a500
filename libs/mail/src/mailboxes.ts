import type pg from 'pg';
import { PersonId } from '#people';

type Queryable = Pick<pg.Pool, 'query'>;

/** Where and when a person wants mails. */
export interface Mailbox {
  address: string | undefined;
  confirmed: boolean;
  /** Why nothing is sent to the address. */
  stopped: 'bounce' | 'complaint' | 'asked' | undefined;
  /** IANA name. */
  timeZone: string;
  hour: number;
  weekday: number;
}

interface Row {
  address: string | null;
  confirmed: boolean;
  stopped: Mailbox['stopped'] | null;
  time_zone: string;
  hour: number;
  weekday: number;
}

const NOWHERE: Mailbox = {
  address: undefined,
  confirmed: false,
  stopped: undefined,
  timeZone: 'UTC',
  hour: 9,
  weekday: 1,
};

export class Mailboxes {
  readonly #pool: pg.Pool;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  async of(person: PersonId, database: Queryable = this.#pool): Promise<Mailbox> {
    const { rows } = await database.query<Row>('SELECT * FROM mailbox WHERE person_id = $1', [person]);
    const [row] = rows;
    if (!row) return NOWHERE;
    const { address, confirmed, stopped, time_zone: timeZone, hour, weekday } = row;
    return { address: address ?? undefined, confirmed, stopped: stopped ?? undefined, timeZone, hour, weekday };
  }

  /** Another address has to be confirmed before anything but the question goes there. */
  async write(
    person: PersonId,
    { address, timeZone, hour, weekday }: Omit<Mailbox, 'confirmed' | 'stopped'>,
  ): Promise<void> {
    await this.#pool.query(
      `INSERT INTO mailbox AS was (person_id, address, time_zone, hour, weekday) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (person_id) DO UPDATE SET address = excluded.address, time_zone = excluded.time_zone,
          hour = excluded.hour, weekday = excluded.weekday,
          confirmed = was.confirmed AND lower(was.address) IS NOT DISTINCT FROM lower(excluded.address),
          stopped = CASE WHEN lower(was.address) IS NOT DISTINCT FROM lower(excluded.address) THEN was.stopped END`,
      [person, address ?? null, timeZone, hour, weekday],
    );
  }

  /** Its owner followed the link that was sent there. */
  async confirm(person: PersonId, address: string): Promise<boolean> {
    const { rowCount } = await this.#pool.query(
      'UPDATE mailbox SET confirmed = true, stopped = NULL WHERE person_id = $1 AND lower(address) = lower($2)',
      [person, address],
    );
    return rowCount === 1;
  }

  /** Nothing is sent to an address that does not exist, or whose owner calls it spam. */
  async stop(address: string, why: NonNullable<Mailbox['stopped']>): Promise<PersonId[]> {
    const { rows } = await this.#pool.query<{ person_id: string }>(
      'UPDATE mailbox SET stopped = $2 WHERE lower(address) = lower($1) RETURNING person_id',
      [address, why],
    );
    return rows.map(({ person_id }) => PersonId.parse(person_id));
  }
}
