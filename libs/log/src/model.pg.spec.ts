/**
 * The store against a model that a child could keep: a list of who is at which position. Several gateways and a rival on a
 * connection of its own write at once, answers and requests and hints get lost, commands are sent twice; the list must come out.
 */
import fc from 'fast-check';
import pg from 'pg';
import { v4 } from 'uuid';
import { type Command, type CommandId, EVERYONE, onlyFor, type RecordedEvent, SeminarId } from '#seminar';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import type { Append } from './append.ts';
import { genesisOf } from './chain/chain.ts';
import { seal } from './chain/seal.ts';
import { StoredChain } from './chain/stored-chain.ts';
import { verifyStored } from './chain/verify-stored.ts';
import { EventStore, type Verdict } from './event-store.ts';
import type { Following } from './feed.ts';
import type { LogKey } from './log-key.ts';
import { type Log, openLog } from './open-log.ts';
import type { Outcome } from './outcome.ts';
import { annotationId, command, commandId, comment, memberId, openSeminar } from './testing/a-log.ts';
import { type Loss, type LossyPool, lossyPool } from './testing/lossy-pool.ts';

const RUNS = 1_000;
const GATEWAYS = 3;
const STEPS = 3;
const TOGETHER = 5;
const OPENING = 3;
/** Lost hints are made up for at once, so that a thousand runs don't wait. */
const OPTIONS = { pollInterval: 20, frameInterval: 0, feedBatch: 3 };

interface Gateway extends Log {
  lossy: LossyPool;
}

let database: TestDatabase;
let gateways: Gateway[];
/** On a connection of its own that loses nothing: the rival, and whoever looks at what came of it all. */
let sound: pg.Pool;
let store: EventStore;
const ada = memberId();
const stranger = memberId();

beforeAll(async () => {
  database = await createTestDatabase();
  sound = new pg.Pool({ connectionString: database.url, max: 4 });
  // Its last connections may be cut when the database is dropped.
  sound.on('error', () => undefined);
  store = new EventStore(sound);
  gateways = await Promise.all(
    Array.from({ length: GATEWAYS }, async () => {
      const lossy = lossyPool(database.url, 4);
      return { ...(await openLog(lossy.pool, OPTIONS)), lossy };
    }),
  );
});
afterAll(async () => {
  for (const { close, lossy } of gateways) {
    await close();
    await lossy.pool.end();
  }
  await sound.end();
  await database.drop();
});

/** What is known for certain. */
interface Model {
  /** Whose command is at each position of the log of everyone, from 1. */
  log: CommandId[];
  /** Commands that were carried out, with their positions. */
  done: { command: Command; positions: number[] }[];
  /** Ids that must stand nowhere. */
  refused: Set<CommandId>;
  /** Events in Ada's own notes. */
  notes: number;
}

interface Real {
  log: LogKey;
  seen: number[][];
  followings: Following[];
}

type What = 'new' | 'twice' | 'again' | 'empty' | 'stranger' | 'rival' | 'aside' | 'undone';
interface Act {
  what: What;
  gateway: number;
  pick: number;
}
interface Fault {
  gateway: number;
  statement: 'append-events' | 'notify' | 'read-linked-events' | 'commands-seen';
  loss: Loss;
}

const at = <T>(list: readonly T[], index: number): T => {
  const item = list[index % list.length];
  if (item === undefined) throw new Error('an empty list has nothing to pick');
  return item;
};
const send = (gateway: number, { log }: Real, sent: Command): Promise<Outcome> =>
  at(gateways, gateway).seminars.handle(log.seminar, sent);
const isUnavailable = (outcome: Outcome): boolean => !outcome.ok && outcome.error.code === 'server/unavailable';

/** As a client does: the same command, until there is an answer. */
async function insist(gateway: number, real: Real, sent: Command): Promise<Outcome> {
  for (let tries = 0; ; tries++) {
    const outcome = await send(gateway + tries, real, sent);
    if (!isUnavailable(outcome) || tries === 5) return outcome;
  }
}

/** Several things at the same time, with something going wrong meanwhile. */
class Together implements fc.AsyncCommand<Model, Real> {
  constructor(
    readonly acts: readonly Act[],
    readonly faults: readonly Fault[],
  ) {}

  check = (): boolean => true;
  toString = (): string => JSON.stringify({ acts: this.acts, faults: this.faults });

  async run(model: Model, real: Real): Promise<void> {
    for (const { gateway, statement, loss } of this.faults) at(gateways, gateway).lossy.lose(statement, loss);
    const before = { ...model, done: [...model.done] };
    await Promise.all(this.acts.map((act) => this.#act(act, before, model, real)));
    for (const { lossy } of gateways) lossy.mend();
    await compare(model, real);
  }

  async #act({ what, gateway, pick }: Act, before: Model, model: Model, real: Real): Promise<void> {
    const fresh = command(ada, comment());
    switch (what) {
      case 'twice': {
        const answers = await Promise.all([insist(gateway, real, fresh), insist(gateway + 1, real, fresh)]);
        expect(answers[1]).toEqual(answers[0]);
        return carriedOut(model, fresh, answers[0]);
      }
      case 'again': {
        if (before.done.length === 0) return;
        const { command: sent, positions } = at(before.done, pick);
        expect(await insist(gateway, real, sent)).toEqual({ ok: true, audience: EVERYONE, positions });
        return;
      }
      case 'undone': {
        // Sent again, it would be done again: only its id tells that it has been.
        const annotation = annotationId();
        const react = command(ada, { type: 'reaction.add', data: { annotation, reaction: 'agree' } });
        const withdraw = command(ada, { type: 'reaction.remove', data: { annotation, reaction: 'agree' } });
        const created = command(ada, comment(annotation));
        for (const one of [created, react, withdraw]) carriedOut(model, one, await insist(gateway, real, one));
        const { positions } = at(
          model.done.filter((one) => one.command === react),
          0,
        );
        expect(await insist(gateway + pick, real, react)).toEqual({ ok: true, audience: EVERYONE, positions });
        return;
      }
      case 'empty':
        return refused(model, real, gateway, command(ada, comment(annotationId(), ' ')), 'annotation/empty');
      case 'stranger':
        return refused(model, real, gateway, command(stranger, comment()), 'policy/not-a-member');
      case 'rival': {
        const head = await store.head(real.log);
        const id = commandId();
        const [verdict] = await store.append([await appendOf(real.log, head, id)]);
        if (verdict !== 'written') return;
        expect(model.log[head]).toBeUndefined();
        model.log[head] = id;
        return;
      }
      case 'aside': {
        const note = command(ada, comment(), commandId(), onlyFor(ada));
        expect(await insist(gateway, real, note)).toMatchObject({ ok: true, audience: onlyFor(ada) });
        model.notes++;
        return;
      }
      default:
        return carriedOut(model, fresh, await insist(gateway, real, fresh));
    }
  }
}

function carriedOut(model: Model, sent: Command, outcome: Outcome): void {
  expect(outcome).toMatchObject({ ok: true, audience: EVERYONE });
  const positions = outcome.ok ? outcome.positions : [];
  expect(positions).toHaveLength(1);
  for (const position of positions) {
    // Nobody else was told that this place is theirs.
    expect(model.log[position - 1]).toBeUndefined();
    model.log[position - 1] = sent.id;
  }
  model.done.push({ command: sent, positions });
}

async function refused(model: Model, real: Real, gateway: number, sent: Command, code: string): Promise<void> {
  expect(await insist(gateway, real, sent)).toMatchObject({ ok: false, error: { code } });
  model.refused.add(sent.id);
}

/** A group of appends to several logs, of which some are bad: each has the verdict that it would have alone. */
class Group implements fc.AsyncCommand<Model, Real> {
  constructor(readonly kinds: readonly ('good' | 'stale' | 'ahead' | 'repeated')[]) {}

  check = (): boolean => true;
  toString = (): string => `group(${this.kinds.join(', ')})`;

  async run(model: Model, real: Real): Promise<void> {
    const appends: Append[] = [];
    const expected: Verdict[] = [];
    for (const [n, kind] of this.kinds.entries()) {
      // One in the log of everyone, the others in notes of people who are not there otherwise.
      const log = n === 0 ? real.log : { ...real.log, audience: onlyFor(memberId()) };
      const head = n === 0 ? model.log.length : 0;
      const wrong = kind === 'ahead' || head === 0 ? 1 : -1;
      const id = kind === 'repeated' ? at(model.log, model.log.length - 1) : commandId();
      appends.push(await appendOf(log, kind === 'good' || kind === 'repeated' ? head : head + wrong, id));
      expected.push(kind === 'good' ? 'written' : kind === 'repeated' ? 'command-seen' : 'head-moved');
      if (n === 0 && kind === 'good') model.log[head] = id;
    }
    expect(await store.append(appends)).toEqual(expected);
    await compare(model, real);
  }
}

async function appendOf(log: LogKey, head: number, id: CommandId): Promise<Append> {
  const hash =
    (await at(gateways, 0)
      .store.hashAt(log, head)
      .catch(() => undefined)) ?? genesisOf(log);
  const event: RecordedEvent = {
    type: 'annotation.deleted',
    version: 1,
    data: { annotation: annotationId() },
    personal: null,
    position: head + 1,
    at: '2026-11-12T14:02:00.000Z',
    by: ada,
    command: id,
  };
  return { log, head, hash, events: seal(hash, [event]) };
}

/** The log is what the model says: no gap, nothing lost, nothing twice, nothing that was refused. */
async function compare(model: Model, { log }: Real): Promise<void> {
  const events = await store.read(log, 0, 1_000);
  expect(events.map(({ position }) => position)).toEqual(events.map((_, n) => n + 1));
  expect(events.map((event) => event.command)).toEqual(model.log);
  expect(events.some((event) => model.refused.has(event.command))).toBe(false);
  const notes = await store.head({ ...log, audience: onlyFor(ada) });
  expect(notes).toBe(model.notes);
}

async function begin(): Promise<{ model: Model; real: Real }> {
  const log: LogKey = { seminar: SeminarId.parse(v4()), audience: EVERYONE };
  await openSeminar(at(gateways, 0), ada, log.seminar);
  const opening = await store.read(log, 0, OPENING);
  const seen: number[][] = gateways.map(() => []);
  const followings = await Promise.all(
    gateways.map(({ feed }, n) =>
      feed.follow(log, (events) => seen[n]?.push(...events.map(({ position }) => position)), 0),
    ),
  );
  return {
    model: { log: opening.map((event) => event.command), done: [], refused: new Set(), notes: 0 },
    real: { log, seen, followings },
  };
}

/** Everybody who follows has seen every position once, in order; and the chain holds. */
async function end(model: Model, { log, seen, followings }: Real): Promise<void> {
  const all = model.log.map((_, n) => n + 1);
  for (let tries = 0; seen.some((positions) => positions.length < all.length) && tries < 500; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  expect(seen).toEqual(gateways.map(() => all));
  for (const following of followings) following.stop();
  expect(await verifyStored(new StoredChain(sound), log)).toMatchObject({ ok: true, head: all.length });
}

const gateway = fc.nat(GATEWAYS - 1);
const act: fc.Arbitrary<Act> = fc.record({
  what: fc.constantFrom<What>('new', 'new', 'new', 'twice', 'again', 'empty', 'stranger', 'rival', 'aside', 'undone'),
  gateway,
  pick: fc.nat(100),
});
const fault: fc.Arbitrary<Fault> = fc.record({
  gateway,
  statement: fc.constantFrom('append-events', 'append-events', 'notify', 'read-linked-events', 'commands-seen'),
  loss: fc.constantFrom<Loss>('request', 'answer'),
});

it(`holds in ${RUNS} random stories of several writers, losses, retries and bad appends`, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.commands(
        [
          fc
            .tuple(fc.array(act, { minLength: 1, maxLength: TOGETHER }), fc.array(fault, { maxLength: 2 }))
            .map(([acts, faults]) => new Together(acts, faults)),
          fc
            .array(fc.constantFrom('good', 'stale', 'ahead', 'repeated'), { minLength: 1, maxLength: 4 })
            .map((kinds) => new Group(kinds)),
        ],
        { maxCommands: STEPS },
      ),
      async (commands) => {
        const story = await begin();
        await fc.asyncModelRun(() => story, commands);
        await end(story.model, story.real);
      },
    ),
    { numRuns: RUNS },
  );
});
