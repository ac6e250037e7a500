import pg from 'pg';

/** What goes wrong with the next statement of its kind: it never gets there; or it does, and its answer is lost. */
export type Loss = 'request' | 'answer';

/** A pool on which chosen statements fail as they do when a process or a cable dies. */
export interface LossyPool {
  pool: pg.Pool;
  /** By the name of the prepared statement. */
  lose(statement: string, loss: Loss): void;
  /** Nothing more is lost. */
  mend(): void;
}

export function lossyPool(connectionString: string, max: number): LossyPool {
  const losses = new Map<string, Loss>();
  const pool = new pg.Pool({ connectionString, max });
  pool.on('error', () => undefined);
  const send = pool.query.bind(pool);
  const query = async (config: pg.QueryConfig, values?: unknown[]): Promise<pg.QueryResult> => {
    const loss = losses.get(config.name ?? '');
    losses.delete(config.name ?? '');
    if (loss === 'request') throw new Error('The connection broke before anything was sent');
    const result = await send(config, values);
    if (loss === 'answer') throw new Error('The connection broke before the answer came');
    return result;
  };
  return {
    pool: Object.assign(pool, { query }),
    lose: (statement, loss) => void losses.set(statement, loss),
    mend: () => losses.clear(),
  };
}
