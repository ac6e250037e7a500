/** Pictures of articles, and the files that articles were read from: bytes under the name of their hash. */
import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { Audience, CommandId, SeminarId } from '#seminar';

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

  /** Keeps bytes for a seminar, for this audience to see, and says what they are called; the same bytes are kept once. */
  async keep(
    seminar: SeminarId,
    asset: { bytes: Uint8Array; mediaType: string; name?: string },
    audience: Audience,
  ): Promise<string> {
    const hash = createHash('sha256').update(asset.bytes).digest('hex');
    await this.#pool.query(
      `WITH kept AS (
         INSERT INTO asset (seminar_id, hash, media_type, name, bytes) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (seminar_id, hash) DO UPDATE SET brought_at = now())
       INSERT INTO asset_reader (seminar_id, hash, audience) VALUES ($1, $2, $6) ON CONFLICT DO NOTHING`,
      [seminar, hash, asset.mediaType, asset.name ?? null, Buffer.from(asset.bytes), audience],
    );
    return hash;
  }

  /**
   * Carries out a command that shows these files to an audience: they are held from before until it is known what came of it, and
   * kept for good where it was done. `undefined`, with nothing carried out, where one is gone, or stands where whoever asks can't
   * read. Where the act throws nobody knows whether it was done; the files stay held until `settleClaims` asks the log.
   */
  async whileHeld<Outcome extends { ok: boolean }>(
    seminar: SeminarId,
    command: CommandId,
    shown: { hashes: readonly string[]; to: Audience; readable: readonly Audience[] },
    act: () => Promise<Outcome>,
  ): Promise<Outcome | undefined> {
    if (shown.hashes.length === 0) return act();
    if (!(await this.#claim(seminar, command, { ...shown, hashes: [...new Set(shown.hashes)] }))) return undefined;
    const outcome = await act();
    await (outcome.ok ? this.#keepForGood(seminar, command) : this.#release(seminar, command));
    return outcome;
  }

  /**
   * Waits for a cleaning that is under way; one that comes later sees the claim, and that the file was asked for just now. Whom
   * it will be shown to may see it already: they hear of the words before this process does.
   */
  async #claim(
    seminar: SeminarId,
    command: CommandId,
    { hashes, to, readable }: { hashes: readonly string[]; to: Audience; readable: readonly Audience[] },
  ): Promise<boolean> {
    const { rowCount } = await this.#pool.query(
      `WITH held AS (
         UPDATE asset SET brought_at = now()
         WHERE seminar_id = $1 AND hash = ANY ($2) AND EXISTS (
           SELECT FROM asset_reader AS known
           WHERE known.seminar_id = $1 AND known.hash = asset.hash AND known.audience = ANY ($4))
         RETURNING hash
       ), told AS (
         INSERT INTO asset_reader (seminar_id, hash, audience, command_id) SELECT $1, hash, $5, $3 FROM held
         ON CONFLICT DO NOTHING
       )
       INSERT INTO asset_claim (seminar_id, hash, command_id) SELECT $1, hash, $3 FROM held
       ON CONFLICT (seminar_id, hash, command_id) DO UPDATE SET claimed_at = now()`,
      [seminar, hashes, command, readable, to],
    );
    if (rowCount === hashes.length) return true;
    await this.#release(seminar, command);
    return false;
  }

  async #keepForGood(seminar: SeminarId, command: CommandId): Promise<void> {
    await this.#pool.query(
      `WITH held AS (DELETE FROM asset_claim WHERE seminar_id = $1 AND command_id = $2 RETURNING hash),
       told AS (UPDATE asset_reader SET command_id = NULL WHERE seminar_id = $1 AND command_id = $2)
       UPDATE asset SET published = true WHERE seminar_id = $1 AND hash IN (SELECT hash FROM held)`,
      [seminar, command],
    );
  }

  async #release(seminar: SeminarId, command: CommandId): Promise<void> {
    await this.#pool.query(
      `WITH untold AS (DELETE FROM asset_reader WHERE seminar_id = $1 AND command_id = $2)
       DELETE FROM asset_claim WHERE seminar_id = $1 AND command_id = $2`,
      [seminar, command],
    );
  }

  /** The file; of those who ask for one that stands where they can't read, it is not there. */
  async find(
    seminar: SeminarId,
    hash: string,
    readable: readonly Audience[] | 'all',
  ): Promise<StoredAsset | undefined> {
    const { rows } = await this.#pool.query<Row>(
      `SELECT media_type, name, bytes FROM asset
       WHERE seminar_id = $1 AND hash = $2 AND ($3::text[] IS NULL OR EXISTS (
         SELECT FROM asset_reader AS told
         WHERE told.seminar_id = $1 AND told.hash = $2 AND told.audience = ANY ($3)))`,
      [seminar, hash, readable === 'all' ? null : readable],
    );
    const [row] = rows;
    return row && { mediaType: row.media_type, name: row.name ?? undefined, bytes: row.bytes };
  }
}
