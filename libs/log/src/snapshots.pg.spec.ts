import fc from 'fast-check';
import {
  EVERYONE,
  evolve,
  evolveContents,
  type Folded,
  fromSnapshot,
  nothingFolded,
  onlyFor,
  type RecordedEvent,
  SNAPSHOT_VERSION,
  toSnapshot,
} from '#seminar';
import { aLog, command, comment, type TestLog } from './testing/a-log.ts';
import { aPastOf, writings } from './testing/a-past.ts';

let fixture: TestLog;
beforeEach(async () => {
  fixture = await aLog();
});
afterEach(() => fixture.close());

type Gateway = Awaited<ReturnType<TestLog['gateway']>>;

const folded = (events: readonly RecordedEvent[], from: Folded = nothingFolded): Folded =>
  events.reduce(
    ({ state, contents }, event) => ({ state: evolve(state, event), contents: evolveContents(contents, event) }),
    from,
  );

const storedPositions = async ({ pool }: Gateway) =>
  (await pool.query<{ position: string }>('SELECT position FROM snapshot ORDER BY position')).rows.map(({ position }) =>
    Number(position),
  );

/** A log of Ada's with so many comments in it. */
async function aLogWith(gateway: Gateway, comments: number) {
  const log = { seminar: await fixture.open(gateway), audience: EVERYONE };
  for (let n = 0; n < comments; n++) await gateway.seminars.handle(log.seminar, command(fixture.ada, comment()));
  return log;
}

describe('a log as it stood', () => {
  it('is the same however it is reached', async () => {
    await fc.assert(
      fc.asyncProperty(writings, fc.integer({ min: 1, max: 12 }), fc.infiniteStream(fc.nat()), async (past, n, any) => {
        const writer = await fixture.gateway({ snapshotEvery: n });
        const log = await aPastOf(fixture, writer, past);
        const events = await writer.store.read(log, 0, 1_000);
        const stood = events.map((_, index) => toSnapshot(folded(events.slice(0, index + 1))));
        const reader = await fixture.gateway({ snapshotEvery: n });
        const somewhere = (upTo: number) => (any.next().value ?? 0) % (upTo + 1);
        // Backwards and forwards over a store that has no snapshots at first, and more and more of them.
        for (const position of [...stood.keys(), ...[...stood.keys()].reverse()].map((index) => index + 1)) {
          const expected = JSON.parse(JSON.stringify(stood[position - 1]));
          const asJson = (found: Folded | undefined) => found && JSON.parse(JSON.stringify(toSnapshot(found)));
          expect(asJson(await reader.snapshots.at(log, position))).toEqual(expected);
          const earlier = somewhere(position - 1);
          const before = earlier === 0 ? nothingFolded : fromSnapshot(JSON.parse(JSON.stringify(stood[earlier - 1])));
          expect(asJson(folded(events.slice(earlier, position), before))).toEqual(expected);
        }
        expect(toSnapshot(await reader.snapshots.newest(log))).toEqual(stood.at(-1));
        await Promise.all([writer.leave(), reader.leave()]);
      }),
      { numRuns: 20 },
    );
  }, 60_000);

  it('is nothing before the first event, and unknown beyond the head', async () => {
    const gateway = await fixture.gateway();
    const log = await aLogWith(gateway, 0);
    expect(await gateway.snapshots.at(log, 0)).toEqual(nothingFolded);
    expect(await gateway.snapshots.at(log, 4)).toBeUndefined();
    expect(await gateway.snapshots.at({ ...log, audience: onlyFor(fixture.ada) }, 1)).toBeUndefined();
  });

  it('is read from the nearest state before it, not from the start', async () => {
    const gateway = await fixture.gateway({ snapshotEvery: 10 });
    const log = await aLogWith(gateway, 40);
    await gateway.snapshots.at(log, 35);
    const elsewhere = await fixture.gateway({ snapshotEvery: 10 });
    // What is before the state is out of reach, so it can't have been read.
    await elsewhere.pool.query('DELETE FROM event WHERE position <= 30');
    expect((await elsewhere.snapshots.at(log, 37))?.state.annotations.size).toBe(34);
  });
});

describe('whoever plays a log forward', () => {
  it('reads what follows and nothing else', async () => {
    const gateway = await fixture.gateway({ snapshotEvery: 100 });
    const log = await aLogWith(gateway, 40);
    await gateway.snapshots.at(log, 35);
    await gateway.pool.query('DELETE FROM event WHERE position <= 35');
    expect((await gateway.snapshots.at(log, 37))?.state.annotations.size).toBe(34);
    expect((await gateway.snapshots.at(log, 39))?.state.annotations.size).toBe(36);
  });
});

describe('the states that are kept', () => {
  it('stand at every so many events that were read over', async () => {
    const gateway = await fixture.gateway({ snapshotEvery: 10 });
    const log = await aLogWith(gateway, 0);
    for (let n = 0; n < 25; n++) {
      await gateway.seminars.handle(log.seminar, command(fixture.ada, comment()));
      await gateway.snapshots.newest(log);
    }
    expect(await storedPositions(gateway)).toEqual([10, 20]);
    const elsewhere = await (await fixture.gateway()).snapshots.newest(log);
    expect(toSnapshot(elsewhere)).toEqual(toSnapshot(folded(await gateway.store.read(log, 0, 100))));
  });

  it('are made again after they were lost', async () => {
    const gateway = await fixture.gateway({ snapshotEvery: 10 });
    const log = await aLogWith(gateway, 30);
    await gateway.pool.query('TRUNCATE snapshot');
    const elsewhere = await fixture.gateway({ snapshotEvery: 10 });
    await elsewhere.snapshots.at(log, 25);
    await elsewhere.snapshots.newest(log);
    expect(await storedPositions(gateway)).toEqual([20, 30]);
  });

  const nothing = { roster: [], articles: [], annotations: [], summaries: [], readings: [] };
  it.each([
    ['of another layout', { position: 2, version: 0, body: { ...nothing, position: 2, version: 0 } }],
    ['beyond the head', { position: 99, version: SNAPSHOT_VERSION, body: { ...nothing, position: 99 } }],
    ['of another position', { position: 2, version: SNAPSHOT_VERSION, body: { ...nothing, position: 3 } }],
    ['that can’t be read', { position: 2, version: SNAPSHOT_VERSION, body: { position: 2 } }],
  ])('are passed over where one is %s', async (_, { position, version, body }) => {
    const gateway = await fixture.gateway();
    const log = await aLogWith(gateway, 1);
    await gateway.pool.query('TRUNCATE snapshot');
    await gateway.pool.query(`INSERT INTO snapshot VALUES ($1, 'everyone', $2, $3, $4)`, [
      ...[log.seminar, position, version, JSON.stringify(body)],
    ]);
    const events = await gateway.store.read(log, 0, 10);
    const { snapshots } = await fixture.gateway();
    expect(toSnapshot((await snapshots.at(log, 3)) ?? nothingFolded)).toEqual(toSnapshot(folded(events.slice(0, 3))));
    expect(toSnapshot(await snapshots.newest(log))).toEqual(toSnapshot(folded(events)));
  });
});

describe('the position at a moment', () => {
  it('is the last one by then', async () => {
    const gateway = await fixture.gateway();
    const log = await aLogWith(gateway, 0);
    const minute = (n: number) => new Date(Date.UTC(2040, 0, 1, 12, n));
    // Two at each even minute.
    for (let n = 0; n < 20; n++) {
      const at = minute(n - (n % 2)).toISOString();
      await gateway.seminars.handle(log.seminar, { ...command(fixture.ada, comment()), at });
    }
    const opening = (await gateway.store.head(log)) - 20;
    for (let n = 0; n < 22; n++) {
      const by = Math.min(20, n - (n % 2) + 2);
      expect(await gateway.store.positionAt(log, minute(n))).toBe(opening + by);
    }
    expect(await gateway.store.positionAt(log, new Date(minute(2).getTime() - 1))).toBe(opening + 2);
    expect(await gateway.store.positionAt(log, new Date('0000-01-01T00:00:00Z'))).toBe(0);
    expect(await gateway.store.positionAt({ ...log, audience: onlyFor(fixture.ada) }, minute(0))).toBe(0);
  });
});
