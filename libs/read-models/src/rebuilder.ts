/**
 * Folds logs anew while everything runs. The rows of one log are built beside the live ones, in temporary tables of the same
 * names, which stand in front of the live ones on that connection alone; then they take the place of the live ones in one
 * short transaction, together with the checkpoint. Until then readers see what was there before and live projecting goes
 * on; whatever breaks off leaves nothing behind, since temporary tables end with their connection.
 */
import pg from 'pg';
import type { EventStore, LogKey } from '#log';
import type { SeminarId } from '#seminar';
import { lockCheckpoint, moveCheckpoint } from './checkpoints.ts';
import { EVERY_LOG, logsOf, type Projection } from './projection.ts';
import { BATCH, Projector } from './projector.ts';

/** `under-way`: somebody else is at it already. `current`: there was nothing to do. */
export type Rebuilt = 'rebuilt' | 'current' | 'under-way';

export interface RebuildProgress {
  /** Logs folded anew, and those that somebody else is at. */
  logs: number;
  ofLogs: number;
  events: number;
  ofEvents: number;
}

/** Ends with its connection, so that nobody stands in the way after a crash. */
const TRY_LOCK = 'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS locked';

const LOGS = `SELECT seminar_id AS seminar, audience, head FROM log
  WHERE ($1 = '${EVERY_LOG}' OR audience = $1) AND head > 0 ORDER BY seminar_id, audience`;

export class Rebuilder {
  readonly #pool: pg.Pool;
  readonly #store: EventStore;

  constructor(pool: pg.Pool, store: EventStore) {
    this.#pool = pool;
    this.#store = store;
  }

  /** Brings a log up to date: folds it on, or anew where an earlier version of the projection has folded it. */
  async bringUpToDate(projection: Projection, seminar: SeminarId): Promise<void> {
    const projector = new Projector(this.#pool, this.#store);
    if ((await projector.project(projection, seminar)) !== 'earlier') return;
    if ((await this.rebuild(projection, seminar, 'earlier')) !== 'under-way')
      await projector.project(projection, seminar);
  }

  /** Folds the logs of a seminar anew from their first events; with `earlier` only those that an earlier version has folded. */
  async rebuild(projection: Projection, seminar: SeminarId, which: 'any' | 'earlier' = 'any'): Promise<Rebuilt> {
    let rebuilt: Rebuilt = 'current';
    for (const log of await logsOf(projection, seminar, this.#pool)) {
      const one = await this.#rebuildLog(projection, log, which);
      if (one === 'under-way' || rebuilt === 'current') rebuilt = one;
    }
    return rebuilt;
  }

  async #rebuildLog(
    projection: Projection,
    log: LogKey,
    which: 'any' | 'earlier' = 'any',
    onFolded: (events: number) => void = () => undefined,
  ): Promise<Rebuilt> {
    const { seminar, audience } = log;
    const ofLog = projection.audience === EVERY_LOG ? ' AND audience = $2' : '';
    const values = projection.audience === EVERY_LOG ? [seminar, audience] : [seminar];
    const connection = new pg.Client(this.#pool.options);
    connection.on('error', () => undefined);
    await connection.connect();
    try {
      const { rows } = await connection.query<{ locked: boolean }>(TRY_LOCK, [
        `catena rebuild ${projection.name} ${seminar} ${audience}`,
      ]);
      if (!rows[0]?.locked) return 'under-way';
      if (which === 'earlier' && !(await isEarlier(projection, log, connection))) return 'current';
      const home = await makeTables(projection, connection);
      let position = 0;
      const foldOn = async () => {
        const events = await this.#store.read(log, position, BATCH, connection);
        if (events.length > 0) await projection.fold(log, events, connection);
        position += events.length;
        onFolded(events.length);
        return events.length === BATCH;
      };
      while (await inTransactionOn(connection, foldOn));
      await inTransactionOn(connection, async () => {
        // From here on nobody else folds this log, and what has come meanwhile is not much.
        await lockCheckpoint(projection, log, connection);
        while (await foldOn());
        for (const table of projection.tables) {
          await connection.query(`DELETE FROM ${home}.${table} WHERE seminar_id = $1${ofLog}`, values);
          await connection.query(`INSERT INTO ${home}.${table} SELECT * FROM pg_temp.${table}`);
        }
        await moveCheckpoint(projection, log, position, connection);
      });
      return 'rebuilt';
    } finally {
      await connection.end().catch(() => undefined);
    }
  }

  /** Folds every log anew, a few at the same time. Whoever breaks it off has rebuilt some logs and left the others as they were. */
  async rebuildAll(
    projection: Projection,
    { concurrency, onProgress }: { concurrency: number; onProgress(progress: RebuildProgress): void },
  ): Promise<RebuildProgress & { underWay: number }> {
    const { rows } = await this.#pool.query<LogKey & { head: string }>(LOGS, [projection.audience]);
    const progress = {
      ...{ logs: 0, ofLogs: rows.length, underWay: 0 },
      ...{ events: 0, ofEvents: rows.reduce((sum, { head }) => sum + Number(head), 0) },
    };
    const waiting = rows.values();
    const lane = async () => {
      for (const { seminar, audience } of waiting) {
        const rebuilt = await this.#rebuildLog(projection, { seminar, audience }, 'any', (events) => {
          progress.events += events;
          onProgress(progress);
        });
        progress.logs += 1;
        if (rebuilt === 'under-way') progress.underWay += 1;
        onProgress(progress);
      }
    };
    await Promise.all(Array.from({ length: concurrency }, lane));
    return progress;
  }
}

const IS_EARLIER = `SELECT FROM checkpoint
  WHERE projection = $1 AND seminar_id = $2 AND audience = $3 AND version < $4`;

async function isEarlier(
  { name, version }: Projection,
  { seminar, audience }: LogKey,
  connection: pg.Client,
): Promise<boolean> {
  const { rowCount } = await connection.query(IS_EARLIER, [name, seminar, audience, version]);
  return rowCount === 1;
}

/** Makes the temporary tables, empty and with all that the live ones have; answers with the schema of those. */
async function makeTables({ tables }: Projection, connection: pg.Client): Promise<string> {
  const { rows } = await connection.query<{ home: string }>('SELECT quote_ident(current_schema()) AS home');
  const home = rows[0]?.home;
  if (home === undefined) throw new Error('There is no schema to work in');
  for (const table of tables) {
    await connection.query(`CREATE TEMPORARY TABLE ${table} (LIKE ${home}.${table} INCLUDING ALL)`);
  }
  return home;
}

/** What fails is undone with the connection, which is given up then. */
async function inTransactionOn<T>(connection: pg.Client, work: () => Promise<T>): Promise<T> {
  await connection.query('BEGIN');
  const result = await work();
  await connection.query('COMMIT');
  return result;
}
