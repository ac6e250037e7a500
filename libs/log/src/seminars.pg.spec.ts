import { v4 } from 'uuid';
import { EVERYONE, MemberId, onlyFor, type RecordedEvent } from '#seminar';
import type { EventStore } from './event-store.ts';
import type { Outcome } from './outcome.ts';
import { aLog, annotationId, command, commandId, comment, type TestLog } from './testing/a-log.ts';

let fixture: TestLog;
beforeEach(async () => {
  fixture = await aLog();
});
afterEach(() => fixture.close());

/** The whole log; throws where a position is missing or doubled. */
async function wholeLog(
  gateway: Awaited<ReturnType<TestLog['gateway']>>,
  audience = EVERYONE,
): Promise<RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for await (const batch of gateway.store.readAll({ seminar: fixture.seminar, audience }, 0)) events.push(...batch);
  expect(events.map(({ position }) => position)).toEqual(events.map((_, index) => index + 1));
  return events;
}

/** Counts what is asked of a store from now on. */
function counting(store: EventStore) {
  const counts = { appends: 0, turns: 0 };
  const { append, exclusively } = store;
  store.append = (appends, connection) => {
    if (appends.length > 0) counts.appends++;
    return append.call(store, appends, connection);
  };
  store.exclusively = (log, write) => {
    counts.turns++;
    return exclusively.call(store, log, write) as ReturnType<typeof write>;
  };
  return counts;
}

const created = (events: RecordedEvent[]) => events.filter(({ type }) => type === 'annotation.created');

describe('a command', () => {
  it('is carried out and answered with its positions', async () => {
    const gateway = await fixture.gateway();
    const { seminars } = gateway;
    await fixture.open(gateway);
    expect(await seminars.handle(fixture.seminar, command(fixture.ada, comment()))).toEqual({
      ok: true,
      audience: EVERYONE,
      positions: [4],
    });
    expect((await wholeLog(gateway)).map(({ type }) => type)).toEqual([
      'seminar.opened',
      'member.joined',
      'article.imported',
      'annotation.created',
    ]);
  });

  it('has one effect and one answer however often it is sent, at once, later, elsewhere and after a restart', async () => {
    const [here, there] = [await fixture.gateway(), await fixture.gateway()];
    await fixture.open(here);
    const again = command(fixture.ada, comment());
    const answers = await Promise.all(
      [here, there, here, there].map(({ seminars }) => seminars.handle(fixture.seminar, again)),
    );
    await here.seminars.handle(fixture.seminar, command(fixture.ada, comment()));
    answers.push(await (await fixture.gateway()).seminars.handle(fixture.seminar, again));
    expect(answers).toEqual(answers.map(() => ({ ok: true, audience: EVERYONE, positions: [4] })));
    expect(created(await wholeLog(here))).toHaveLength(2);
  });

  it('keeps its answer when what it did has been undone since', async () => {
    const gateway = await fixture.gateway();
    await fixture.open(gateway);
    const annotation = annotationId();
    const remove = command(fixture.ada, { type: 'annotation.delete', data: { annotation } });
    await gateway.seminars.handle(fixture.seminar, command(fixture.ada, comment(annotation)));
    const first = await gateway.seminars.handle(fixture.seminar, remove);
    expect(await gateway.seminars.handle(fixture.seminar, remove)).toEqual(first);
  });

  it("can't take the id of somebody else's", async () => {
    const gateway = await fixture.gateway();
    await fixture.open(gateway);
    const ben = MemberId.parse(v4());
    await gateway.seminars.handle(
      fixture.seminar,
      command(ben, { type: 'seminar.join', data: { role: 'participant' } }),
    );
    const id = commandId();
    await gateway.seminars.handle(fixture.seminar, command(fixture.ada, comment(), id));
    expect(await gateway.seminars.handle(fixture.seminar, command(ben, comment(), id))).toMatchObject({
      ok: false,
      error: { code: 'command/id-taken' },
    });
  });

  it('is refused on the newest state, never on a stale one', async () => {
    const [here, there] = [await fixture.gateway(), await fixture.gateway()];
    await fixture.open(here);
    await there.seminars.state({ seminar: fixture.seminar, audience: EVERYONE });
    const annotation = annotationId();
    await here.seminars.handle(fixture.seminar, command(fixture.ada, comment(annotation)));
    const reply = command(fixture.ada, {
      type: 'annotation.reply',
      data: { annotation: annotationId(), target: { kind: 'annotation', annotation }, body: 'Why?' },
    });
    expect(await there.seminars.handle(fixture.seminar, reply)).toMatchObject({ ok: true, positions: [5] });
  });

  it('in own notes stands in a log of its own, decided with the roster and articles of the main log', async () => {
    const gateway = await fixture.gateway();
    await fixture.open(gateway);
    const audience = onlyFor(fixture.ada);
    const privately = command(fixture.ada, comment(), commandId(), audience);
    expect(await gateway.seminars.handle(fixture.seminar, privately)).toEqual({ ok: true, audience, positions: [1] });
    expect(created(await wholeLog(gateway))).toHaveLength(0);
    expect(created(await wholeLog(gateway, audience))).toHaveLength(1);
  });

  it('to a seminar that is not there is refused', async () => {
    const { seminars } = await fixture.gateway();
    expect(await seminars.handle(fixture.seminar, command(fixture.ada, comment()))).toMatchObject({
      error: { code: 'seminar/not-open' },
    });
  });
});

describe('many at once', () => {
  it('over three gateways: every command once, in one order, no gap', async () => {
    const gateways = await Promise.all([fixture.gateway(), fixture.gateway(), fixture.gateway()]);
    const [first] = gateways;
    await fixture.open(first as (typeof gateways)[0]);
    const commands = Array.from({ length: 300 }, () => command(fixture.ada, comment()));
    const outcomes = await Promise.all(
      commands.flatMap((one, n) =>
        // Every third is sent to two gateways.
        gateways.filter((_, g) => g === n % 3 || n % 9 === g).map((g) => g.seminars.handle(fixture.seminar, one)),
      ),
    );
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    const log = created(await wholeLog(first as (typeof gateways)[0]));
    expect(new Set(log.map((event) => event.command)).size).toBe(300);
    expect(log).toHaveLength(300);
  });

  it('over two gateways that write much to one log: each waits for its turn, and does not lose again before every one', async () => {
    const gateways = await Promise.all([fixture.gateway(), fixture.gateway()]);
    const [first] = gateways;
    await fixture.open(first);
    for (const { seminars } of gateways) await seminars.state({ seminar: fixture.seminar, audience: EVERYONE });
    const counts = gateways.map(({ store }) => counting(store));
    const write = async (writer: number) => {
      for (let n = 0; n < 12; n++) {
        const { seminars } = gateways[writer % 2] ?? first;
        expect(await seminars.handle(fixture.seminar, command(fixture.ada, comment()))).toMatchObject({ ok: true });
      }
    };
    await Promise.all(Array.from({ length: 128 }, (_, writer) => write(writer)));
    expect(created(await wholeLog(first))).toHaveLength(128 * 12);
    for (const { turns, appends } of counts) {
      expect(turns).toBeGreaterThan(4);
      // Two lost races before each turn would be three appends for each.
      expect(appends).toBeLessThan(2 * turns);
    }
  });

  it("one's refusal does not touch its neighbours", async () => {
    const gateway = await fixture.gateway();
    await fixture.open(gateway);
    const outcomes = await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        gateway.seminars.handle(
          fixture.seminar,
          command(fixture.ada, comment(annotationId(), n % 4 === 0 ? ' ' : 'Yes.')),
        ),
      ),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(30);
    expect(outcomes.flatMap((o: Outcome) => (o.ok ? [] : [o.error.code]))).toEqual(Array(10).fill('annotation/empty'));
  });

  it('survives connections cut in the middle: sent again, everything is there once', async () => {
    const gateway = await fixture.gateway();
    const axe = await fixture.gateway();
    await fixture.open(gateway);
    const commands = Array.from({ length: 200 }, () => command(fixture.ada, comment()));
    let cutting = true;
    const cuts = (async () => {
      while (cutting) {
        await axe.pool.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE datname = current_database() AND pid <> pg_backend_pid() AND query LIKE '%append_events%'`);
        await new Promise((resolve) => setTimeout(resolve, 7));
      }
    })();
    const send = async (one: (typeof commands)[0], attempt = 0): Promise<Outcome> => {
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 200));
      if (attempt > 2) cutting = false;
      const outcome = await gateway.seminars.handle(fixture.seminar, one);
      return outcome.ok ? outcome : send(one, attempt + 1);
    };
    const outcomes = await Promise.all(commands.map((one) => send(one)));
    cutting = false;
    await cuts;
    const log = created(await wholeLog(gateway));
    expect(log).toHaveLength(200);
    for (const [n, outcome] of outcomes.entries()) {
      const position = outcome.ok ? outcome.positions[0] : undefined;
      expect(log.find((event) => event.position === position)?.command).toBe(commands[n]?.id);
    }
  });
});
