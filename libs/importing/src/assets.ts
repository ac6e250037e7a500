/** Pictures of articles, and the files that articles were read from: bytes under the name of their hash. */
import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { SeminarId } from '#seminar';

export interface StoredAsset {
  mediaType: string;
  /** The name of the file, where it is one that was brought. */
  name: string | undefined;
  bytes: Buffer;
}

interface Row {
  media_type: string;
  name: string | null;
  bytes: Buffer;
}

export class Assets {
  readonly #pool: pg.Pool;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  /** Keeps bytes for a seminar and says what they are called; the same bytes are kept once. */
  async keep(seminar: SeminarId, asset: { bytes: Uint8Array; mediaType: string; name?: string }): Promise<string> {
    const hash = createHash('sha256').update(asset.bytes).digest('hex');
    await this.#pool.query(
      `INSERT INTO asset (seminar_id, hash, media_type, name, bytes) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (seminar_id, hash) DO UPDATE SET brought_at = now()`,
      [seminar, hash, asset.mediaType, asset.name ?? null, Buffer.from(asset.bytes)],
    );
    return hash;
  }

  /**
   * Marks what an article needs as part of it, so that it is kept for good; to be called before the article is published.
   * `false` where something is gone. It waits for a cleaning that is under way, and a cleaning that comes later sees it.
   */
  async claim(seminar: SeminarId, hashes: readonly string[]): Promise<boolean> {
    const wanted = [...new Set(hashes)];
    const { rowCount } = await this.#pool.query(
      'UPDATE asset SET published = true WHERE seminar_id = $1 AND hash = ANY ($2)',
      [seminar, wanted],
    );
    return rowCount === wanted.length;
  }

  async find(seminar: SeminarId, hash: string): Promise<StoredAsset | undefined> {
    const { rows } = await this.#pool.query<Row>(
      'SELECT media_type, name, bytes FROM asset WHERE seminar_id = $1 AND hash = $2',
      [seminar, hash],
    );
    const [row] = rows;
    return row && { mediaType: row.media_type, name: row.name ?? undefined, bytes: row.bytes };
  }
}
