/** `replay`: a log of 200,000 events folded into its state, beside a bare cursor that reads the same rows and does nothing. */
import type pg from 'pg';
import { openLog } from '#log';
import { createPool } from '#platform';
import { EVERYONE, evolve, initialState, type SeminarState } from '#seminar';
import { openSeminars } from '../append/contenders.ts';
import type { Bench } from '../bench.ts';
import { compare } from '../report.ts';
import { median } from '../statistics.ts';
import { fill } from './fill.ts';

const EVENTS = 200_000;
const ROUNDS = 5;
const FETCH = 1_000;
const MEGABYTE = 1024 * 1024;
/** The state is as large in the second half of the log as in the first, and so may the heap be; the rest is sweepings. */
const FLAT = 1.25;

export const replay: Bench = async ({ databaseUrl, progress }) => {
  const pool = createPool(databaseUrl, 4);
  const log = await openLog(pool);
  const { seminars, member, passage } = await openSeminars(log, 1);
  const [seminar] = seminars;
  if (!seminar) throw new Error('There is no seminar');
  const key = { seminar, audience: EVERYONE };
  await fill(
    log.store,
    [{ log: key, member, passage }],
    EVENTS,
    every(40_000, (done) => progress(`${done} events written`)),
  );

  const speeds = { ours: [] as number[], cursor: [] as number[] };
  const heaps: number[] = [];
  for (let round = 1; round <= ROUNDS; round++) {
    progress(`round ${round} of ${ROUNDS}`);
    let state: SeminarState = initialState;
    let began = performance.now();
    for await (const events of log.store.readAll(key, 0)) {
      for (const event of events) state = evolve(state, event);
      if (state.position % 20_000 < FETCH) heaps.push(process.memoryUsage().heapUsed);
    }
    speeds.ours.push((state.position * 1_000) / (performance.now() - began));
    began = performance.now();
    const read = await readByCursor(pool, seminar);
    speeds.cursor.push((read * 1_000) / (performance.now() - began));
    if (read !== state.position) throw new Error(`The cursor has read ${read} events, not ${state.position}`);
  }
  await log.close();
  await pool.end();
  // The first readings of a round are taken while the state is small.
  const [early, late] = [heaps.filter((_, n) => n % 10 < 5), heaps.filter((_, n) => n % 10 >= 5)];
  return [
    compare('replay, 200,000 events folded', '/s', median(speeds.ours), 'a bare cursor', median(speeds.cursor), {
      of: 'ratio',
      atLeast: 0.5,
    }),
    compare(
      'replay: heap in the second half of the log',
      'MB',
      median(late) / MEGABYTE,
      'in the first half',
      median(early) / MEGABYTE,
      { of: 'ratio', atMost: FLAT },
    ),
  ];
};

async function readByCursor(pool: pg.Pool, seminar: string): Promise<number> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query({
      text: `DECLARE replay CURSOR FOR SELECT position, at, member_id, command_id, type, version, data, personal
        FROM event WHERE seminar_id = '${seminar}' AND audience = 'everyone' AND position > 0 ORDER BY position`,
    });
    let read = 0;
    for (;;) {
      const { rows } = await client.query({ name: 'fetch', text: `FETCH ${FETCH} FROM replay` });
      read += rows.length;
      if (rows.length < FETCH) break;
    }
    await client.query('COMMIT');
    return read;
  } finally {
    client.release();
  }
}

/** Tells now and then. */
export function every(step: number, tell: (done: number) => void): (done: number) => void {
  let next = step;
  return (done) => {
    if (done < next) return;
    next = done + step;
    tell(done);
  };
}
