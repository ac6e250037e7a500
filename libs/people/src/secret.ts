import { randomBytes } from 'node:crypto';
import type pg from 'pg';

/**
 * The secret that signs sessions and links. All gateways of one database share it: the first to ask makes it, whoever else
 * asks at that moment gets the same.
 */
export async function signingSecret(pool: pg.Pool, given?: string): Promise<Uint8Array> {
  return new TextEncoder().encode(given ?? (await kept(pool)));
}

async function kept(pool: pg.Pool): Promise<string> {
  await pool.query(`INSERT INTO secret (name, value) VALUES ('signing', $1) ON CONFLICT DO NOTHING`, [
    randomBytes(32).toString('base64url'),
  ]);
  const { rows } = await pool.query<{ value: string }>(`SELECT value FROM secret WHERE name = 'signing'`);
  const [row] = rows;
  if (!row) throw new Error('The signing secret was removed while it was being read');
  return row.value;
}
