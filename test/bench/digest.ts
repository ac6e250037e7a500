/**
 * `digest`: what a run of digests costs. Of 1,000 seminars 50 saw something; and digests of much and of little that is new, in
 * seminars with much and with little that is old. In interleaved rounds, on one database.
 */

import pg from 'pg';
import { v4, v7 } from 'uuid';
import { makeAnchor } from '#anchoring';
import { readArticle } from '#article';
import { Digests, Subscriptions } from '#digest';
import { type Log, openLog } from '#log';
import { Mailboxes, Mails } from '#mail';
import { People, type PersonId, Tokens } from '#people';
import { PROJECTIONS, Projector } from '#read-models';
import { AnnotationId, ArticleId, CommandId, EVERYONE, type Intent, type MemberId, SeminarId } from '#seminar';
import type { Bench } from './bench.ts';
import { compare } from './report.ts';
import { median } from './statistics.ts';

const SEMINARS = 1_000;
const STIRRED = 50;
const ROUNDS = 7;
const FEW_NEW = 10;
const MANY_NEW = 100;
const FEW_OLD = 20;
const MANY_OLD = 2_000;
/** Seminars of each kind whose digests are timed. */
const EACH = 5;
const WEEK = 7 * 24 * 3_600_000;
/** What is measured is the work, not how many mails a person may get. */
const UNBOUNDED = 1_000_000;
const TEXT = 'A margin is a place to answer back, and whoever answers there answers in company.';
const ARTICLE = `# On margins\n\n## Company\n\n${TEXT}\n\n## Ends\n\nWhat is said there stays beside what it is about.\n`;

interface Class {
  seminar: SeminarId;
  teacher: PersonId;
  instructor: MemberId;
  participant: MemberId;
}

export const digest: Bench = async ({ databaseUrl, progress }) => {
  const school = await openSchool(databaseUrl);
  try {
    progress(`opening ${SEMINARS} seminars`);
    const classes = await inParallel(SEMINARS, () => school.open());
    progress('writing what is old');
    const little = classes.slice(0, EACH);
    const much = classes.slice(EACH, 2 * EACH);
    for (const one of little) await school.say(one, FEW_OLD);
    for (const one of much) await school.say(one, MANY_OLD);
    progress('telling everybody what is old');
    for (const one of classes) await school.stir(one);
    await school.run();

    const figures = new Map<string, number[]>();
    const note = (name: string, value: number) => figures.set(name, [...(figures.get(name) ?? []), value]);
    for (let round = 1; round <= ROUNDS; round++) {
      progress(`round ${round} of ${ROUNDS}`);
      const stirred = classes.slice(-STIRRED);
      for (const one of stirred) await school.say(one, FEW_NEW);
      for (const one of stirred) await school.stir(one);
      const all = await school.run();
      note('persons', all.persons);
      note('queries', all.queries / all.persons);
      note('ms', all.ms / all.persons);
      for (const [name, some, news] of [
        ['little old, few new', little, FEW_NEW],
        ['much old, few new', much, FEW_NEW],
        ['little old, many new', little, MANY_NEW],
      ] as const) {
        for (const one of some) await school.say(one, news);
        for (const one of some) await school.stir(one);
        const run = await school.run();
        note(`ms ${name}`, run.ms / run.persons);
        note(`queries ${name}`, run.queries / run.persons);
      }
      // Much and little stay what they are called.
    }
    const of = (name: string) => median(figures.get(name) ?? []);
    return [
      compare(
        'digests written, of 1,000 seminars',
        '',
        of('persons'),
        'seminars with news, two people each',
        2 * STIRRED,
        {
          of: 'ratio',
          atMost: 1,
        },
      ),
      compare(
        'queries of a digest, 50 of 1,000',
        '',
        of('queries'),
        '5 seminars alone',
        of('queries little old, few new'),
        {
          of: 'ratio',
          atMost: 1.1,
        },
      ),
      compare('time of a digest, 50 of 1,000', 'ms', of('ms'), '5 seminars alone', of('ms little old, few new'), {
        of: 'ratio',
        atMost: 1.5,
      }),
      compare('after 2,000 old', 'ms', of('ms much old, few new'), 'after 20 old', of('ms little old, few new'), {
        of: 'ratio',
        atMost: 1.5,
      }),
      compare('with 100 new', 'ms', of('ms little old, many new'), 'with 10 new', of('ms little old, few new'), {
        of: 'ratio',
        atMost: MANY_NEW / FEW_NEW,
      }),
    ];
  } finally {
    await school.close();
  }
};

async function openSchool(databaseUrl: string) {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 });
  const counted = new CountedPool({ connectionString: databaseUrl, max: 2 });
  const log: Log = await openLog(pool, { states: 2 * SEMINARS });
  const people = new People(pool);
  const projector = new Projector(pool, log.store);
  const subscriptions = new Subscriptions(counted);
  const digests = new Digests(
    counted,
    {
      subscriptions,
      mails: new Mails(counted),
      mailboxes: new Mailboxes(counted),
      tokens: new Tokens(new TextEncoder().encode('a secret of at least thirty-two characters')),
    },
    {
      publicUrl: 'http://localhost',
      site: { from: 'catena@localhost', domain: 'localhost', inbound: undefined },
      addresses: undefined,
      sends: false,
      mailsPerDay: UNBOUNDED,
    },
  );
  const read = await readArticle(new TextEncoder().encode(ARTICLE), { format: 'markdown' });
  if (!read.ok) throw new Error(read.message);
  const document = read.article;
  const article = ArticleId.parse(v4());
  const block = document.sections[0]?.blocks[0];
  if (!block) throw new Error('The article has no paragraph');
  const target = { kind: 'passage' as const, article, version: 1, anchors: [makeAnchor(block.id, TEXT, 2, 34)] };
  let now = Date.now();

  const act = async (seminar: SeminarId, by: MemberId, intent: Intent) => {
    const at = new Date(now).toISOString();
    const outcome = await log.seminars.handle(seminar, {
      ...intent,
      ...{ id: CommandId.parse(v7()), by, at, audience: EVERYONE },
    });
    if (!outcome.ok) {
      console.error(outcome.error);
      throw new Error(outcome.error.code);
    }
  };
  return {
    async open(): Promise<Class> {
      const seminar = SeminarId.parse(v4());
      const teacher = People.newId();
      const instructor = await people.becomeMember(seminar, teacher, 'Ada Sorrel');
      const participant = await people.becomeMember(seminar, People.newId(), 'Ben Vetch');
      await act(seminar, instructor, { type: 'seminar.open', data: { seminar, title: 'Margins' } });
      await act(seminar, instructor, { type: 'article.import', data: { article, version: 1, document } });
      await act(seminar, participant, { type: 'seminar.join', data: { role: 'participant' } });
      return { seminar, teacher, instructor, participant };
    },
    async say({ seminar, instructor, participant }: Class, times: number): Promise<void> {
      await inParallel(times, (n) =>
        act(seminar, n % 2 === 0 ? participant : instructor, {
          type: 'annotation.create',
          data: {
            annotation: AnnotationId.parse(v4()),
            motivation: 'commenting',
            target,
            body: `Remark ${n} on what a margin is for, and whom it keeps company.`,
            tags: [],
          },
        }),
      );
    },
    /** What a worker does when a seminar has grown. */
    async stir({ seminar }: Class): Promise<void> {
      for (const projection of PROJECTIONS) await projector.project(projection, seminar);
      await subscriptions.schedule(seminar, new Date(now).toISOString());
    },
    /** A week later: writes what is due. */
    async run(): Promise<{ persons: number; queries: number; ms: number }> {
      now += WEEK + 1;
      const at = new Date(now).toISOString();
      const before = counted.queries;
      const start = performance.now();
      let persons = 0;
      for (let due = await subscriptions.persons(at); due.length > 0; due = await subscriptions.persons(at)) {
        for (const person of due) await digests.deliver(person, at);
        persons += due.length;
      }
      return { persons, queries: counted.queries - before, ms: performance.now() - start };
    },
    async close() {
      await log.close();
      await Promise.all([pool.end(), counted.end()]);
    },
  };
}

/** A pool that knows how many queries went through it. */
class CountedPool extends pg.Pool {
  queries = 0;

  constructor(options: pg.PoolConfig) {
    super(options);
    this.on('connect', (client) => {
      const query = client.query;
      client.query = (...args: unknown[]) => {
        this.queries += 1;
        return Reflect.apply(query, client, args);
      };
    });
  }
}

/** So many of them, some at a time. */
async function inParallel<T>(times: number, work: (n: number) => Promise<T>): Promise<T[]> {
  const done: T[] = [];
  let next = 0;
  const worker = async () => {
    for (let n = next++; n < times; n = next++) done[n] = await work(n);
  };
  await Promise.all(Array.from({ length: 50 }, worker));
  return done;
}
