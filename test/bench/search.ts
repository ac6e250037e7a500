/**
 * `search`: finding words in a seminar of 50,000 annotations, ranked, counted and with the words around them, beside a bare
 * `to_tsquery` over the same rows that only ranks. Other seminars with the same words lie in the same tables.
 */
import type pg from 'pg';
import { v4, v7 } from 'uuid';
import { type EventStore, openLog, seal } from '#log';
import { createPool } from '#platform';
import { discussion, type Projection, Projector, Searches, search as searchModel } from '#read-models';
import {
  AnnotationId,
  CommandId,
  EVERYONE,
  type MemberId,
  type PassageTarget,
  type RecordedEvent,
  type SeminarId,
} from '#seminar';
import { discussions } from '../support/discussions.ts';
import { openSeminars } from './append/contenders.ts';
import type { Bench } from './bench.ts';
import { compare, type Measured } from './report.ts';
import { median, quantile } from './statistics.ts';

const ANNOTATIONS = 50_000;
const OTHERS = { seminars: 20, annotations: 2_000 };
const ROUNDS = 15;

/** What is asked for, and the same as a plain tsquery. */
const ASKED: readonly { name: string; typed: string; bare: string }[] = [
  { name: 'a common word', typed: 'readers ', bare: 'readers' },
  { name: 'a rare word', typed: 'monopsony ', bare: 'monopsony' },
  { name: 'two words', typed: 'market power ', bare: 'market & power' },
  { name: 'a word half typed', typed: 'partnersh', bare: 'partnersh:*' },
  { name: 'one letter', typed: 'p', bare: 'p:*' },
  { name: 'a phrase', typed: '"market power"', bare: 'market <-> power' },
  { name: 'nothing to be found', typed: 'zeppelin ', bare: 'zeppelin' },
];

const BARE = `
  SELECT entry_id FROM search_entry
  WHERE seminar_id = $1 AND vector @@ to_tsquery('english', $2)
  ORDER BY ts_rank(vector, to_tsquery('english', $2)) DESC LIMIT 20`;

export const search: Bench = async ({ databaseUrl, progress }) => {
  const pool = createPool(databaseUrl, 4);
  const log = await openLog(pool);
  const { seminars, member, passage } = await openSeminars(log, 1 + OTHERS.seminars, 'en');
  const [large, ...others] = seminars;
  if (!large) throw new Error('There is no seminar');
  progress(`writing ${ANNOTATIONS + OTHERS.seminars * OTHERS.annotations} annotations`);
  await write(log.store, large, ANNOTATIONS, member, passage);
  for (const other of others) await write(log.store, other, OTHERS.annotations, member, passage);
  progress('folding');
  const projector = new Projector(pool, log.store);
  const folding = await took(() => foldAll(projector, searchModel, seminars));
  const foldingOther = await took(() => foldAll(projector, discussion, seminars));
  await pool.query('VACUUM (ANALYZE) search_entry');

  const searches = new Searches(pool, projector);
  const times = new Map(ASKED.map(({ name }) => [name, { ours: [] as number[], bare: [] as number[] }]));
  for (let round = 0; round <= ROUNDS; round++) {
    progress(round === 0 ? 'warming up' : `round ${round} of ${ROUNDS}`);
    for (const { name, typed, bare } of ASKED) {
      const ours = await took(() => searches.find(large, () => true, typed, { limit: 20, offset: 0 }));
      const theirs = await took(() => ask(pool, large, bare));
      if (round > 0) {
        times.get(name)?.ours.push(ours);
        times.get(name)?.bare.push(theirs);
      }
    }
  }
  await log.close();
  await pool.end();
  const all = [...times.values()].flatMap(({ ours }) => ours);
  const allBare = [...times.values()].flatMap(({ bare }) => bare);
  return [
    ...[...times].map(
      ([name, { ours, bare }]): Measured =>
        compare(`search: ${name}`, 'ms', median(ours), 'a bare to_tsquery, ranked', median(bare), {
          of: 'value',
          atMost: 500,
        }),
    ),
    compare(
      'search: 99 of 100 within',
      'ms',
      quantile(all, 0.99),
      'a bare to_tsquery, ranked',
      quantile(allBare, 0.99),
      {
        of: 'value',
        atMost: 500,
      },
    ),
    compare(
      'search: folding',
      'annotations/s',
      perSecond(folding),
      'folding for summaries and digests',
      perSecond(foldingOther),
    ),
  ];
};

const perSecond = (took: number) => (ANNOTATIONS + OTHERS.seminars * OTHERS.annotations) / (took / 1_000);

async function foldAll(projector: Projector, projection: Projection, seminars: readonly SeminarId[]): Promise<void> {
  for (const seminar of seminars) await projector.project(projection, seminar);
}

const ask = (pool: pg.Pool, seminar: SeminarId, words: string) =>
  pool.query({ name: 'bench-bare', text: BARE, values: [seminar, words] });

async function took(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

const EVENTS_PER_APPEND = 4_000;

/** Annotations whose words are those of real discussions, put together anew: each of two of their posts. */
async function write(
  store: EventStore,
  seminar: SeminarId,
  count: number,
  member: MemberId,
  target: PassageTarget,
): Promise<void> {
  const log = { seminar, audience: EVERYONE };
  const words = discussions().flatMap(({ posts }) => posts.map(({ text }) => text));
  const wordsOf = (n: number) =>
    `${words[n % words.length]} ${words[(n * 7 + Math.floor(n / words.length)) % words.length]}`;
  let head = await store.head(log);
  let hash = await store.hashAt(log, head);
  for (let done = 0; done < count; done += EVENTS_PER_APPEND) {
    if (hash === undefined) throw new Error('The log has no such position');
    const events = Array.from(
      { length: Math.min(EVENTS_PER_APPEND, count - done) },
      (_, n): RecordedEvent => ({
        ...{ type: 'annotation.created', version: 1, position: head + n + 1, at: new Date().toISOString(), by: member },
        command: CommandId.parse(v7()),
        data: { annotation: AnnotationId.parse(v4()), motivation: 'commenting', target, tags: [] },
        personal: { body: wordsOf(done + n) },
      }),
    );
    const sealed = seal(hash, events);
    const [verdict] = await store.append([{ log, head, hash, events: sealed }]);
    if (verdict !== 'written') throw new Error('Somebody else writes to this log');
    head += events.length;
    hash = sealed.at(-1)?.hash;
  }
}
