/**
 * `project [--events=N]`: a log folded into what people read, each projection from its first event to its last, beside the bare
 * INSERT of the same rows, a thousand at a time, into tables with the same indexes. Four events of five are comments.
 */
import type pg from 'pg';
import { openLog } from '#log';
import { createPool } from '#platform';
import { PROJECTIONS, type Projection, Projector } from '#read-models';
import { EVERYONE, type SeminarId } from '#seminar';
import { openSeminars } from '../append/contenders.ts';
import type { Bench } from '../bench.ts';
import { compare } from '../report.ts';
import { median } from '../statistics.ts';
import { fill } from './fill.ts';

const EVENTS = 20_000;
const ROUNDS = 3;
const ROWS = 1_000;

export const project: Bench = async ({ databaseUrl, progress, flags }) => {
  const events = Number(flags.get('events') ?? EVENTS);
  const pool = createPool(databaseUrl, 4);
  const log = await openLog(pool);
  const { seminars, member, passage } = await openSeminars(log, ROUNDS);
  progress(`writing ${ROUNDS} logs of ${events} events`);
  await fill(
    log.store,
    seminars.map((seminar) => ({ log: { seminar, audience: EVERYONE }, member, passage, growing: true })),
    events,
  );
  await pool.query('VACUUM (ANALYZE) event');
  const speeds = PROJECTIONS.map((projection) => ({ projection, ours: [] as number[], bare: [] as number[] }));
  for (const [round, seminar] of seminars.entries()) {
    progress(`round ${round + 1} of ${ROUNDS}`);
    for (const { projection, ours, bare } of speeds) {
      const began = performance.now();
      await new Projector(pool, log.store).project(projection, seminar);
      ours.push((events * 1_000) / (performance.now() - began));
      bare.push((events * 1_000) / (await insertBare(pool, projection, seminar)));
    }
  }
  await log.close();
  await pool.end();
  return speeds.map(({ projection, ours, bare }) =>
    compare(`project, events folded into ${projection.name}`, '/s', median(ours), 'their rows inserted', median(bare)),
  );
};

/** Milliseconds that the rows of a seminar take to be inserted as they are. */
async function insertBare(pool: pg.Pool, { tables }: Projection, seminar: SeminarId): Promise<number> {
  let milliseconds = 0;
  for (const table of tables) {
    const { rows } = await pool.query(`SELECT to_jsonb(one) AS row FROM ${table} AS one WHERE seminar_id = $1`, [
      seminar,
    ]);
    await pool.query(`CREATE TABLE IF NOT EXISTS bare_${table} (LIKE ${table} INCLUDING ALL)`);
    const portions = Array.from({ length: Math.ceil(rows.length / ROWS) }, (_, n) =>
      JSON.stringify(rows.slice(n * ROWS, (n + 1) * ROWS).map(({ row }) => row)),
    );
    const began = performance.now();
    for (const portion of portions) {
      await pool.query(`INSERT INTO bare_${table} SELECT * FROM jsonb_populate_recordset(NULL::bare_${table}, $1)`, [
        portion,
      ]);
    }
    milliseconds += performance.now() - began;
  }
  return milliseconds;
}
