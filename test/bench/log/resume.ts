/** `resume`: what a client missed of a log of a million events, beside the same many events in a log that holds nothing else. */
import { type EventStore, type LogKey, openLog } from '#log';
import { createPool } from '#platform';
import { EVERYONE } from '#seminar';
import { openSeminars } from '../append/contenders.ts';
import type { Bench } from '../bench.ts';
import { compare } from '../report.ts';
import { median } from '../statistics.ts';
import { fill } from './fill.ts';
import { every } from './replay.ts';

const EVENTS = 1_000_000;
const MISSED = [10, 1_000, 100_000];
const ROUNDS = 7;
/** Events that are read in a round, at the least: what takes no time is measured often. */
const LEAST = 2_000;

export const resume: Bench = async ({ databaseUrl, progress }) => {
  const pool = createPool(databaseUrl, 4);
  const log = await openLog(pool);
  const { seminars, member, passage } = await openSeminars(log, 1 + MISSED.length);
  const [long, ...short] = seminars.map((seminar): LogKey => ({ seminar, audience: EVERYONE }));
  if (!long) throw new Error('There is no seminar');
  const tell = every(100_000, (done) => progress(`${done} events written`));
  await fill(log.store, [{ log: long, member, passage }], EVENTS, tell);
  for (const [n, key] of short.entries()) await fill(log.store, [{ log: key, member, passage }], MISSED[n] ?? 0);
  await pool.query('VACUUM (ANALYZE) event');

  const times = new Map<number, { long: number[]; short: number[] }>(MISSED.map((n) => [n, { long: [], short: [] }]));
  for (let round = 0; round <= ROUNDS; round++) {
    progress(round === 0 ? 'warming up' : `round ${round} of ${ROUNDS}`);
    for (const [n, missed] of MISSED.entries()) {
      const both = times.get(missed);
      for (let again = 0; again * missed < LEAST; again++) {
        // In turn the one and the other first: what is read second finds a warmer machine.
        const order = [
          { log: long, into: both?.long },
          { log: short[n] ?? long, into: both?.short },
        ];
        for (const { log: key, into } of again % 2 ? order.toReversed() : order) {
          const took = await catchUp(log.store, key, missed);
          if (round > 0) into?.push(took);
        }
      }
    }
  }
  await log.close();
  await pool.end();
  return MISSED.map((missed) => {
    const { long: ours = [], short: theirs = [] } = times.get(missed) ?? {};
    const name = `resume, ${missed.toLocaleString('en')} missed of ${EVENTS.toLocaleString('en')}`;
    return compare(name, 'ms', median(ours), 'a log as short', median(theirs), { of: 'ratio', atMost: 1.5 });
  });
};

/** How long it takes to read the newest events, in ms. */
export async function catchUp(store: EventStore, log: LogKey, missed: number): Promise<number> {
  const from = (await store.head(log)) - missed;
  const began = performance.now();
  let read = 0;
  for await (const events of store.readAll(log, from)) read += events.length;
  if (read !== missed) throw new Error(`${read} events were read, not ${missed}`);
  return performance.now() - began;
}
