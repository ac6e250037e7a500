import type pg from 'pg';
import type { HealthAnswer } from '#protocol';

/** Whether this gateway can serve. */
export class Health {
  readonly #pool: pg.Pool;
  readonly publicUrl: string;

  constructor(pool: pg.Pool, publicUrl: string) {
    this.#pool = pool;
    this.publicUrl = publicUrl;
  }

  /** Throws where the database is out of reach. */
  async check(): Promise<HealthAnswer> {
    await this.#pool.query('SELECT 1');
    return { ok: true };
  }
}
