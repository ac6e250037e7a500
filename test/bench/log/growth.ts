/**
 * `growth [--events=N] [--plot=FILE]`: a store that fills, N events over a thousand seminars (5 million where nothing else is
 * said). At each tenth of the way: how fast the write path appends, beside a bare INSERT into a small table in turn, which tells how
 * the disk is just then; how fast a client resumes. In the end: bytes per event.
 */
import { writeFile } from 'node:fs/promises';
import type pg from 'pg';
import { type LogKey, openLog } from '#log';
import { createPool } from '#platform';
import { EVERYONE } from '#seminar';
import { bareInsert, catena, openSeminars } from '../append/contenders.ts';
import { drive } from '../append/load.ts';
import type { Bench } from '../bench.ts';
import { compare, type Measured } from '../report.ts';
import { median } from '../statistics.ts';
import { type Filling, fill } from './fill.ts';
import { growthPlot, type Step } from './growth-plot.ts';
import { catchUp } from './resume.ts';

const EVENTS = 5_000_000;
const SEMINARS = 1_000;
const STEPS = 10;
const WRITERS = 32;
const APPEND_MS = 1_000;
const APPENDS = 5;
const MISSED = 500;
const RESUMES = 40;

export const growth: Bench = async ({ databaseUrl, progress, flags }) => {
  const total = Number(flags.get('events') ?? EVENTS);
  const pool = createPool(databaseUrl, 4);
  const log = await openLog(pool);
  const ours = await catena(databaseUrl);
  const bare = await bareInsert(databaseUrl);
  progress(`opening ${SEMINARS} seminars`);
  const load = await openSeminars(log, SEMINARS);
  // Written to by the benchmark itself, so that those which are filled have one writer.
  const busy = await openSeminars(log, 100);
  const fillings = load.seminars.map(
    (seminar): Filling => ({ log: { seminar, audience: EVERYONE }, member: load.member, passage: load.passage }),
  );
  await drive(ours, busy, WRITERS, APPEND_MS);

  const steps: Step[] = [];
  for (let step = 0; step <= STEPS; step++) {
    const events = Math.round((total * step) / STEPS);
    if (step > 0) await fill(log.store, fillings, Math.round(total / STEPS / SEMINARS));
    const appends: number[] = [];
    const inserts: number[] = [];
    for (let n = 0; n < APPENDS; n++) {
      appends.push((await drive(ours, busy, WRITERS, APPEND_MS)).perSecond);
      inserts.push((await drive(bare, busy, WRITERS, APPEND_MS)).perSecond);
    }
    const resumes: number[] = [];
    for (let n = 0; n < RESUMES; n++) {
      const key: LogKey = fillings[(n * 37) % SEMINARS]?.log ?? {
        seminar: busy.seminars[0] ?? fail(),
        audience: EVERYONE,
      };
      const missed = Math.min(MISSED, await log.store.head(key));
      resumes.push((await catchUp(log.store, key, missed)) / missed);
    }
    const at = { events, appends: median(appends), inserts: median(inserts), resume: median(resumes) * MISSED };
    steps.push(at);
    progress(
      `${events.toLocaleString('en')} events: ${Math.round(at.appends)} appended/s, ${Math.round(at.inserts)} by bare INSERTs, ${MISSED} resumed in ${at.resume.toFixed(1)} ms`,
    );
  }
  const sizes = await sizesOf(pool);
  const plot = flags.get('plot');
  if (plot !== undefined) await writeFile(plot, growthPlot(steps));
  await ours.close();
  await bare.close();
  await log.close();
  await pool.end();
  return lines(steps, sizes);
};

function lines(steps: readonly Step[], { events, table, index, rawBytes, parts }: Sizes): Measured[] {
  // The first steps run on an empty store, the last on a full one; noise is what lies between neighbours.
  const [first, last] = [steps.slice(1, 4), steps.slice(-3)];
  const of = (some: readonly Step[], what: 'appends' | 'inserts' | 'resume') => median(some.map((step) => step[what]));
  const beside = (some: readonly Step[]) => of(some, 'appends') / of(some, 'inserts');
  const many = events.toLocaleString('en');
  return [
    compare(
      `growth, appending at ${many} events`,
      '/s',
      of(last, 'appends'),
      'at the beginning',
      of(first, 'appends'),
      {
        of: 'ratio',
        atLeast: 0.8,
      },
    ),
    compare(
      `growth, appending at ${many} events, bare INSERTs being 1`,
      '',
      beside(last),
      'at the beginning',
      beside(first),
      {
        of: 'ratio',
        atLeast: 0.8,
      },
    ),
    compare(
      `growth, resuming ${MISSED} at ${many} events`,
      'ms',
      of(last, 'resume'),
      'at the beginning',
      of(first, 'resume'),
      {
        of: 'ratio',
        atMost: 1.25,
      },
    ),
    compare('growth, table', 'bytes/event', table / events, 'data and personal as JSON', rawBytes),
    compare('growth, indexes', 'bytes/event', index / events, 'the table', table / events),
    compare('growth, events in the largest partition', '', Math.max(...parts), 'in the smallest', Math.min(...parts)),
  ];
}

interface Sizes {
  events: number;
  table: number;
  index: number;
  rawBytes: number;
  parts: number[];
}

async function sizesOf(pool: pg.Pool): Promise<Sizes> {
  await pool.query('ANALYZE event');
  const { rows: parts } = await pool.query<{ table: string; index: string; events: string }>(
    `SELECT pg_table_size(inhrelid) AS table, pg_indexes_size(inhrelid) AS index, reltuples::bigint AS events
      FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid WHERE inhparent = 'event'::regclass`,
  );
  const { rows } = await pool.query<{ bytes: string }>(
    `SELECT avg(octet_length(data::text) + coalesce(octet_length(personal::text), 0)) AS bytes FROM event TABLESAMPLE SYSTEM (1)`,
  );
  const sum = (values: (string | undefined)[]) => values.reduce((all, value) => all + Number(value), 0);
  return {
    events: sum(parts.map(({ events }) => events)),
    table: sum(parts.map(({ table }) => table)),
    index: sum(parts.map(({ index }) => index)),
    rawBytes: Number(rows[0]?.bytes),
    parts: parts.map(({ events }) => Number(events)),
  };
}

function fail(): never {
  throw new Error('There is no seminar');
}
