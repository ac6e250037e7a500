/**
 * `open [--events=N]`: a seminar in which very much was said is opened to write to it, beside opening it to read all of it, with
 * states kept and without; four events of five are comments. Each has a process of its own.
 */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import { openLog } from '#log';
import { createPool } from '#platform';
import { EVERYONE, type SeminarId } from '#seminar';
import { openSeminars } from '../append/contenders.ts';
import type { Bench } from '../bench.ts';
import { compare, type Measured } from '../report.ts';
import { median } from '../statistics.ts';
import { fill } from './fill.ts';
import { every } from './replay.ts';

const EVENTS = 250_000;
const ROUNDS = 3;
const ONCE = fileURLToPath(new URL('./open-once.js', import.meta.url));

const Opening = z.object({ milliseconds: z.number(), annotations: z.number(), megabytes: z.number() });
type Opening = z.infer<typeof Opening>;

export const open: Bench = async ({ databaseUrl, progress, flags }) => {
  const events = Number(flags.get('events') ?? EVENTS);
  const pool = createPool(databaseUrl, 4);
  const log = await openLog(pool);
  const { seminars, member, passage } = await openSeminars(log, 1);
  const [seminar] = seminars;
  if (!seminar) throw new Error('There is no seminar');
  const key = { seminar, audience: EVERYONE };
  const tell = every(50_000, (done) => progress(`${done} events written`));
  await fill(log.store, [{ log: key, member, passage, growing: true }], events, tell);
  await pool.query('VACUUM (ANALYZE) event');
  const before = await measure(databaseUrl, seminar, progress, 'from the events alone');
  progress('keeping states');
  await log.snapshots.keep(key);
  await pool.query('VACUUM (ANALYZE) snapshot, snapshot_annotation');
  const after = await measure(databaseUrl, seminar, progress, 'from states kept');
  await log.close();
  await pool.end();
  return [...before, ...after];
};

async function measure(
  databaseUrl: string,
  seminar: SeminarId,
  progress: (what: string) => void,
  from: string,
): Promise<Measured[]> {
  const openings = { rules: [] as Opening[], all: [] as Opening[] };
  for (let round = 1; round <= ROUNDS; round++) {
    progress(`${from}: round ${round} of ${ROUNDS}`);
    for (const how of ['rules', 'all'] as const) openings[how].push(await once(databaseUrl, seminar, how));
  }
  const of = (how: keyof typeof openings, what: keyof Opening) => median(openings[how].map((one) => one[what]));
  const what = `open, ${of('rules', 'annotations').toLocaleString('en')} annotations ${from}`;
  const reading = 'opening it to read all';
  return [
    compare(`${what}, peak memory`, 'MB', of('rules', 'megabytes'), reading, of('all', 'megabytes')),
    compare(`${what}, time`, 'ms', of('rules', 'milliseconds'), reading, of('all', 'milliseconds')),
  ];
}

async function once(databaseUrl: string, seminar: SeminarId, how: 'rules' | 'all'): Promise<Opening> {
  const { stdout } = await promisify(execFile)(process.execPath, [ONCE, databaseUrl, seminar, how]);
  return Opening.parse(JSON.parse(stdout));
}
