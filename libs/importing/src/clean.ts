import type pg from 'pg';

/** Rows that one statement drops: bytes of pictures are many. */
const BATCH = 200;

/** No command is under way for so long: who held a file has been killed. */
const SETTLED_AFTER = '1 hour';

/** What is still held by a command that nobody waits for any more is kept for good if the log has it, and else let go. */
export async function settleClaims(pool: pg.Pool): Promise<void> {
  await pool.query(
    `WITH held AS (
       DELETE FROM asset_claim WHERE claimed_at < now() - $1::interval RETURNING seminar_id, hash, command_id),
     settled AS (
       SELECT *, EXISTS (
         SELECT FROM event e WHERE e.seminar_id = held.seminar_id AND e.command_id = held.command_id) AS done FROM held),
     told AS (
       UPDATE asset_reader r SET command_id = NULL FROM settled s
       WHERE r.seminar_id = s.seminar_id AND r.command_id = s.command_id AND s.done),
     untold AS (
       DELETE FROM asset_reader r USING settled s
       WHERE r.seminar_id = s.seminar_id AND r.command_id = s.command_id AND NOT s.done)
     UPDATE asset a SET published = true FROM settled s
     WHERE a.seminar_id = s.seminar_id AND a.hash = s.hash AND s.done`,
    [SETTLED_AFTER],
  );
}

/**
 * Drops what was brought and never published, once nobody has come back to it for so many days: first the uploads, then the files
 * and pictures that no upload needs. Whoever publishes at that moment holds the files first (`Assets.whileHeld`): either that comes
 * before, and they stay, or it comes too late, and the publishing is refused.
 */
export async function dropUnpublished(pool: pg.Pool, days: number): Promise<{ uploads: number; assets: number }> {
  await settleClaims(pool);
  const { rowCount: uploads } = await pool.query(
    "DELETE FROM upload WHERE touched_at < now() - $1 * interval '1 day'",
    [days],
  );
  let assets = 0;
  for (let dropped = BATCH; dropped === BATCH; assets += dropped) {
    // Locks each row before it looks at `published` again, and leaves those alone that somebody claims right now.
    const { rowCount } = await pool.query(
      `DELETE FROM asset WHERE (seminar_id, hash) IN (
         SELECT seminar_id, hash FROM asset a
         WHERE NOT published AND brought_at < now() - $1 * interval '1 day'
           AND NOT EXISTS (SELECT 1 FROM asset_claim c WHERE c.seminar_id = a.seminar_id AND c.hash = a.hash)
           AND NOT EXISTS (SELECT 1 FROM upload u WHERE u.seminar_id = a.seminar_id AND a.hash = ANY (u.assets))
         LIMIT $2 FOR UPDATE SKIP LOCKED)`,
      [days, BATCH],
    );
    dropped = rowCount ?? 0;
  }
  return { uploads: uploads ?? 0, assets };
}
