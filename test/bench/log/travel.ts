/**
 * `travel`: a log of 100,000 events as it stood at any position: near its end, far back, and beside a log that is no longer than
 * what is asked about. Four events of five are comments and the fifth edits any of them, so a past is as large as what was said.
 */
import { type LogKey, openLog, type Snapshots } from '#log';
import { createPool } from '#platform';
import { EVERYONE } from '#seminar';
import { openSeminars } from '../append/contenders.ts';
import type { Bench } from '../bench.ts';
import { compare } from '../report.ts';
import { median } from '../statistics.ts';
import { fill } from './fill.ts';
import { every } from './replay.ts';

const EVENTS = 100_000;
/** Far back; so long is the short log as well. */
const EARLY = 10_001;
/** Between two states, as far from the one before it as can be. */
const LATE = 90_001;
const ROUNDS = 9;
const MEGABYTE = 1024 * 1024;

export const travel: Bench = async ({ databaseUrl, progress }) => {
  const pool = createPool(databaseUrl, 4);
  const log = await openLog(pool);
  const { seminars, member, passage } = await openSeminars(log, 2);
  const [long, short] = seminars.map((seminar): LogKey => ({ seminar, audience: EVERYONE }));
  if (!long || !short) throw new Error('There is no seminar');
  const tell = every(20_000, (done) => progress(`${done} events written`));
  const opening = await log.store.head(long);
  await fill(log.store, [{ log: long, member, passage, growing: true }], EVENTS - opening, tell);
  await fill(log.store, [{ log: short, member, passage, growing: true }], EARLY - opening);
  let began = performance.now();
  await log.snapshots.keep(long);
  const keeping = performance.now() - began;
  await log.snapshots.keep(short);
  await pool.query('VACUUM (ANALYZE) event, snapshot, snapshot_annotation');

  const asked = [
    { log: long, position: EVENTS },
    { log: long, position: LATE },
    { log: long, position: EARLY },
    { log: short, position: EARLY },
  ].map((one) => ({ ...one, ready: [] as number[], whole: [] as number[], bytes: 0 }));
  for (let round = 0; round <= ROUNDS; round++) {
    progress(round === 0 ? 'warming up' : `round ${round} of ${ROUNDS}`);
    for (const one of round % 2 ? asked : asked.toReversed()) {
      const { ready, whole, bytes } = await look(log.snapshots, one.log, one.position);
      one.bytes = bytes;
      if (round === 0) continue;
      one.ready.push(ready);
      one.whole.push(whole);
    }
  }
  // Everything of the same log anew, as whoever has nothing but the events.
  began = performance.now();
  let folded = 0;
  for await (const events of log.store.readAll(long, 0)) folded += events.length;
  const reading = performance.now() - began;
  if (folded !== EVENTS) throw new Error(`The log has ${folded} events`);
  const sizes = await sizesOf(databaseUrl, long);
  await log.close();
  await pool.end();

  const [end, late, early, alone] = asked;
  if (!end || !late || !early || !alone) throw new Error('Nothing was asked');
  const of = `of ${EVENTS.toLocaleString('en')}`;
  const [lateAt, earlyAt] = [LATE, EARLY].map((position) => position.toLocaleString('en'));
  const transfer = (one: typeof end) => `${(one.bytes / MEGABYTE).toFixed(0)} MB of JSON`;
  return [
    compare(`travel, ${lateAt} ${of}: first byte`, 'ms', median(late.ready), 'at the head', median(end.ready), {
      of: 'value',
      atMost: 300,
    }),
    compare(`travel, ${lateAt} ${of}: ${transfer(late)}`, 'ms', median(late.whole), 'at the head', median(end.whole), {
      of: 'ratio',
      atMost: 1.5,
    }),
    compare(`travel, ${earlyAt} ${of}: first byte`, 'ms', median(early.ready), 'a log as short', median(alone.ready), {
      of: 'ratio',
      atMost: 1.5,
    }),
    compare(
      `travel, ${earlyAt} ${of}: ${transfer(early)}`,
      'ms',
      median(early.whole),
      'a log as short',
      median(alone.whole),
      {
        of: 'ratio',
        atMost: 1.5,
      },
    ),
    compare('travel, all states kept, once', 'ms', keeping, 'reading the log', reading),
    compare('travel, states kept', 'MB', sizes.states / MEGABYTE, 'the events', sizes.events / MEGABYTE),
  ];
};

/** How long until the answer begins, and until all of it has been handed on, in ms. */
async function look(snapshots: Snapshots, log: LogKey, position: number) {
  const began = performance.now();
  const stood = await snapshots.at(log, position);
  if (!stood) throw new Error(`The log does not reach ${position}`);
  let ready = 0;
  let bytes = 0;
  for await (const piece of stood.json()) {
    ready ||= performance.now() - began;
    bytes += Buffer.byteLength(piece);
  }
  return { ready, whole: performance.now() - began, bytes };
}

/** Bytes on disk of a log's events and of the states kept of it, without indexes. */
async function sizesOf(databaseUrl: string, { seminar }: LogKey): Promise<{ states: number; events: number }> {
  const pool = createPool(databaseUrl, 1);
  const size = async (table: string) => {
    const { rows } = await pool.query<{ bytes: string }>(
      `SELECT sum(pg_column_size(${table}.*)) AS bytes FROM ${table} WHERE seminar_id = $1`,
      [seminar],
    );
    return Number(rows[0]?.bytes);
  };
  const [frames, annotations, events] = [
    await size('snapshot'),
    await size('snapshot_annotation'),
    await size('event'),
  ];
  await pool.end();
  return { states: frames + annotations, events };
}
