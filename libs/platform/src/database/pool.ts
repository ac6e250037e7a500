import pg from 'pg';

/** Positions and counts are int8 in Postgres and far below 2^53 here, so they are read as numbers. */
const INT8 = pg.types.builtins.INT8;

const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => (oid === INT8 && format !== 'binary' ? Number : pg.types.getTypeParser(oid, format)),
};

export interface PoolOptions {
  /** Shown by Postgres beside each connection. */
  name?: string;
  /** Told when an idle connection breaks; the pool replaces it by itself. */
  onError?(error: Error): void;
}

/** Up to `size` connections, opened when they are needed. */
export function createPool(url: string, size: number, { name = 'catena', onError }: PoolOptions = {}): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    types,
    application_name: name,
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
  });
  // Without a listener, Postgres going away would end the process.
  pool.on('error', (error) => onError?.(error));
  return pool;
}
