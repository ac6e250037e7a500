import type { Queryable } from '#log';
import type { SeminarId } from '#seminar';
import type { Projection } from '../projection.ts';

/** The rows of these seminars in a projection, by table, in an order of their own. */
export async function rowsOf(
  { tables }: Projection,
  database: Queryable,
  seminars: readonly SeminarId[],
): Promise<Record<string, unknown[]>> {
  const rows: Record<string, unknown[]> = {};
  for (const table of tables) {
    const found = await database.query<{ row: unknown }>(
      `SELECT to_jsonb(one) AS row FROM ${table} AS one WHERE seminar_id = ANY ($1) ORDER BY to_jsonb(one)::text`,
      [seminars],
    );
    rows[table] = found.rows.map(({ row }) => row);
  }
  return rows;
}

/** Forgets what was folded of a seminar, as if it had never been. */
export async function forget({ name, tables }: Projection, database: Queryable, seminar: SeminarId): Promise<void> {
  for (const table of [...tables, 'checkpoint']) {
    const named = table === 'checkpoint' ? `AND projection = '${name}'` : '';
    await database.query(`DELETE FROM ${table} WHERE seminar_id = $1 ${named}`, [seminar]);
  }
}
