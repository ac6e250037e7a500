/**
 * `append [--where='one seminar, two gateways']`: events of some 400 bytes written until they are on disk, with fsync and synchronous
 * commit on. Our whole write path (schema, policy, decide, chain, idempotency, append) beside Emmett's store and beside single
 * prepared INSERTs. `where` measures one of the scenarios.
 */
import type { Bench } from '../bench.ts';
import { compare, type Goal, type Measured } from '../report.ts';
import { median, quantile } from '../statistics.ts';
import { bareInsert, catena, emmett, openSeminars } from './contenders.ts';
import { type Contender, drive, type Load, type Speed } from './load.ts';

const ROUNDS = 5;
const ROUND_MS = 1_200;
const WARM_UP_MS = 400;
const WRITERS = [1, 32, 256];
const MANY = 100;

const atLeast = (ratio: number): Goal => ({ of: 'ratio', atLeast: ratio });

/** What the ratio to the raw INSERT and to Emmett should be, by writers. */
const GOALS: Record<string, Record<string, Record<number, Goal>>> = {
  'one seminar': {
    'a prepared INSERT each': { 1: atLeast(0.9), 32: atLeast(1.5), 256: atLeast(2) },
    'emmett-postgresql': { 32: atLeast(10), 256: atLeast(10) },
  },
  [`${MANY} seminars`]: { 'a prepared INSERT each': { 32: atLeast(1.2), 256: atLeast(1.2) } },
  'one seminar, two gateways': { 'a prepared INSERT each': { 256: atLeast(0.8) } },
};

interface Scenario {
  where: string;
  writers: number;
  load: Load;
  contenders: Contender[];
}

export const append: Bench = async ({ databaseUrl, progress, flags }) => {
  progress('opening seminars');
  const [ours, twoGateways] = [await catena(databaseUrl), await catena(databaseUrl, 2)];
  const [log] = ours.logs;
  if (!log) throw new Error('No log was opened');
  const [one, many] = [await openSeminars(log, 1), await openSeminars(log, MANY)];
  const [raw, peer] = [await bareInsert(databaseUrl), await emmett(databaseUrl)];
  const all: Scenario[] = WRITERS.flatMap((writers) => {
    const contenders = [ours, raw, peer];
    return [
      { where: 'one seminar', writers, load: one, contenders },
      { where: `${MANY} seminars`, writers, load: many, contenders },
    ];
  });
  all.push({
    where: 'one seminar, two gateways',
    writers: 256,
    load: await openSeminars(log, 1),
    contenders: [twoGateways, raw],
  });
  const only = flags.get('where');
  const scenarios = all.filter(({ where }) => only === undefined || where === only);

  const speeds = new Map<string, Speed[]>();
  for (let round = 0; round <= ROUNDS; round++) {
    progress(round === 0 ? 'warming up' : `round ${round} of ${ROUNDS}`);
    for (const { where, writers, load, contenders } of scenarios) {
      for (const contender of contenders) {
        const speed = await drive(contender, load, writers, round === 0 ? WARM_UP_MS : ROUND_MS);
        const key = `${where}, ${writers} ${contender.name}`;
        if (round > 0) speeds.set(key, [...(speeds.get(key) ?? []), speed]);
      }
    }
  }
  for (const contender of [ours, twoGateways, raw, peer]) await contender.close();

  const rounds = (where: string, writers: number, name: string) => speeds.get(`${where}, ${writers} ${name}`) ?? [];
  const perSecond = (all: Speed[]) => median(all.map((speed) => speed.perSecond));
  const p99 = (all: Speed[]) => median(all.map(({ latencies }) => quantile(latencies, 0.99)));
  return scenarios.flatMap(({ where, writers, contenders }): Measured[] => {
    const [us, ...others] = contenders.map(({ name }) => ({ name, all: rounds(where, writers, name) }));
    if (!us) return [];
    const name = `append, ${where}, ${writers} ${writers === 1 ? 'writer' : 'writers'}`;
    const lines = others.map((other) =>
      compare(name, '/s', perSecond(us.all), other.name, perSecond(other.all), GOALS[where]?.[other.name]?.[writers]),
    );
    const [first] = others;
    if (!first || writers !== 32) return lines;
    const goal: Goal | undefined = where === 'one seminar' ? { of: 'ratio', atMost: 1 } : undefined;
    return [...lines, compare(`${name}: p99`, 'ms', p99(us.all), first.name, p99(first.all), goal)];
  });
};
