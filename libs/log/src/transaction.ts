import type pg from 'pg';

/** Runs in one transaction on a connection of its own: all of it is written, or nothing. */
export async function inTransaction<T>(pool: pg.Pool, work: (connection: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  // A connection that is lost says so to whoever has it; the statement under way fails as well, and that is told.
  const onLoss = () => undefined;
  client.on('error', onLoss);
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.off('error', onLoss);
    client.release(broken);
  }
}
