import fc from 'fast-check';
import {
  EVERYONE,
  evolve,
  evolveContents,
  type Folded,
  fromSnapshot,
  type Intent,
  nothingFolded,
  onlyFor,
  type RecordedEvent,
  type SeminarState,
  SNAPSHOT_VERSION,
  toSnapshot,
} from '#seminar';
import { aLog, command, comment, type TestLog } from '../testing/a-log.ts';
import { aPastOf, writings } from '../testing/a-past.ts';

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
      fc.asyncProperty(
        writings,
        fc.integer({ min: 1, max: 12 }),
        fc.infiniteStream(fc.nat()),
        async (past, snapshotEvery, any) => {
          const writer = await fixture.gateway({ snapshotEvery });
          const log = await aPastOf(fixture, writer, past);
          const events = await writer.store.read(log, 0, 1_000);
          const stood = events.map((_, index) => toSnapshot(folded(events.slice(0, index + 1))));
          const reader = await fixture.gateway({ snapshotEvery });
          const somewhere = (upTo: number) => (any.next().value ?? 0) % (upTo + 1);
          // Backwards and forwards over a store that keeps no states at first, and more and more of them.
          for (const position of [...stood.keys(), ...[...stood.keys()].reverse()].map((index) => index + 1)) {
            const expected = JSON.parse(JSON.stringify(stood[position - 1]));
            const asJson = (found: Folded) => JSON.parse(JSON.stringify(toSnapshot(found)));
            expect(await (await reader.snapshots.at(log, position))?.snapshot()).toEqual(expected);
            const earlier = somewhere(position - 1);
            const before = earlier === 0 ? nothingFolded : fromSnapshot(JSON.parse(JSON.stringify(stood[earlier - 1])));
            expect(asJson(folded(events.slice(earlier, position), before))).toEqual(expected);
          }
          expect(toSnapshot(await reader.snapshots.newest(log))).toEqual(stood.at(-1));
          await Promise.all([writer.leave(), reader.leave()]);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('is for the rules what it is for readers, but for quotes', async () => {
    const withoutQuotes = ({ annotations, ...state }: SeminarState) => ({
      ...state,
      annotations: annotations.map(({ target, ...annotation }) => ({
        ...annotation,
        target: target.kind === 'passage' ? { ...target, anchors: [] } : target,
      })),
    });
    // Half of it is in kept states, half was written since.
    await fc.assert(
      fc.asyncProperty(writings, fc.integer({ min: 1, max: 12 }), async (past, snapshotEvery) => {
        const writer = await fixture.gateway({ snapshotEvery });
        const log = await aPastOf(fixture, writer, past);
        const read = await writer.snapshots.newest(log);
        await writer.snapshots.idle();
        const reader = await fixture.gateway({ snapshotEvery });
        expect(withoutQuotes(await reader.snapshots.rules(log))).toEqual(withoutQuotes(read.state));
        await Promise.all([writer.leave(), reader.leave()]);
      }),
      { numRuns: 20 },
    );
  });

  it('is nothing before the first event, and unknown beyond the head', async () => {
    const gateway = await fixture.gateway();
    const log = await aLogWith(gateway, 0);
    expect(await (await gateway.snapshots.at(log, 0))?.snapshot()).toEqual(toSnapshot(nothingFolded));
    expect(await gateway.snapshots.at(log, 4)).toBeUndefined();
    expect(await gateway.snapshots.at({ ...log, audience: onlyFor(fixture.ada) }, 1)).toBeUndefined();
  });

  it('is read from the nearest state before it, not from the start', async () => {
    const gateway = await fixture.gateway({ snapshotEvery: 10 });
    const log = await aLogWith(gateway, 40);
    await gateway.snapshots.at(log, 35);
    const elsewhere = await fixture.gateway({ snapshotEvery: 10 });
    // What is before the state is out of reach, so it can't have been read.
    await elsewhere.pool.query('DELETE FROM event WHERE position < 30');
    expect((await (await elsewhere.snapshots.at(log, 37))?.snapshot())?.annotations).toHaveLength(34);
  });
});

describe('the states that are kept', () => {
  it('stand at every so many events that were read over', async () => {
    const gateway = await fixture.gateway({ snapshotEvery: 10 });
    const log = await aLogWith(gateway, 0);
    for (let n = 0; n < 25; n++) {
      await gateway.seminars.handle(log.seminar, command(fixture.ada, comment()));
      await gateway.snapshots.newest(log);
      await gateway.snapshots.idle();
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
    expect(await storedPositions(gateway)).toEqual([10, 20]);
    await elsewhere.snapshots.newest(log);
    await elsewhere.snapshots.idle();
    expect(await storedPositions(gateway)).toEqual([10, 20, 30]);
  });

  it('hold of each annotation no more than it has changed', async () => {
    const gateway = await fixture.gateway({ snapshotEvery: 10 });
    const log = await aLogWith(gateway, 37);
    await gateway.snapshots.keep(log);
    const early = (await (await gateway.snapshots.at(log, 37))?.snapshot())?.annotations[0]?.id;
    if (!early) throw new Error('Nobody has written');
    const tag: Intent = { type: 'annotation.tag', data: { annotation: early, tags: ['key'] } };
    await gateway.seminars.handle(log.seminar, command(fixture.ada, tag));
    for (let n = 0; n < 9; n++) await gateway.seminars.handle(log.seminar, command(fixture.ada, comment()));
    await gateway.snapshots.keep(log);
    const { rows } = await gateway.pool.query<{ annotation: string; positions: string[] }>(
      `SELECT annotation, array_agg(position ORDER BY position) AS positions FROM snapshot_annotation GROUP BY annotation`,
    );
    expect(rows).toHaveLength(46);
    expect(rows.filter(({ positions }) => positions.length > 1)).toEqual([
      { annotation: early, positions: ['10', '50'] },
    ]);
  });

  it('of an earlier layout go when one of this layout is kept', async () => {
    const gateway = await fixture.gateway({ snapshotEvery: 10 });
    const log = await aLogWith(gateway, 20);
    await gateway.snapshots.keep(log);
    await gateway.pool.query(`UPDATE snapshot SET version = version - 1`);
    await gateway.pool.query(`UPDATE snapshot_annotation SET version = version - 1`);
    await gateway.snapshots.keep(log);
    for (const table of ['snapshot', 'snapshot_annotation']) {
      const { rows } = await gateway.pool.query(`SELECT DISTINCT version FROM ${table}`);
      expect(rows).toEqual([{ version: SNAPSHOT_VERSION }]);
    }
  });

  it.each([
    ['is of another layout', 'UPDATE snapshot SET version = 0'],
    ['ends with another event', `UPDATE snapshot SET hash = decode(repeat('00', 32), 'hex')`],
    ['says another position', `UPDATE snapshot SET body = (body::jsonb || '{"position": 3}')::json`],
    ['can’t be read', `UPDATE snapshot SET body = '{"position": 10}'`],
    ['lacks an annotation', 'DELETE FROM snapshot_annotation WHERE made = 5'],
    ['lies beyond the head', 'UPDATE snapshot SET position = 99'],
  ])('are passed over where one %s', async (_, damage) => {
    const gateway = await fixture.gateway({ snapshotEvery: 10 });
    const log = await aLogWith(gateway, 12);
    await gateway.snapshots.keep(log);
    // Whoever believes in what was kept, believes in this.
    await gateway.pool.query(
      `UPDATE snapshot_annotation SET body = (body::jsonb || '{"body": "Never written."}')::json`,
    );
    const believed = await gateway.snapshots.at(log, 12);
    expect((await believed?.snapshot())?.annotations[0]?.body).toBe('Never written.');
    await gateway.pool.query(damage);
    const events = await gateway.store.read(log, 0, 20);
    const { snapshots } = await fixture.gateway({ snapshotEvery: 1_000 });
    const expected = JSON.parse(JSON.stringify(toSnapshot(folded(events.slice(0, 12)))));
    expect(await (await snapshots.at(log, 12))?.snapshot()).toEqual(expected);
    expect(toSnapshot(await snapshots.newest(log))).toEqual(toSnapshot(folded(events)));
  });

  it('are not needed: where none can be kept, the log is read', async () => {
    const gateway = await fixture.gateway({ snapshotEvery: 10 });
    const log = await aLogWith(gateway, 42);
    await gateway.pool.query('ALTER TABLE snapshot_annotation ADD CONSTRAINT full_disk CHECK (made < 0)');
    const events = await gateway.store.read(log, 0, 100);
    const expected = JSON.parse(JSON.stringify(toSnapshot(folded(events.slice(0, 37)))));
    expect(await (await gateway.snapshots.at(log, 37))?.snapshot()).toEqual(expected);
    expect(await storedPositions(gateway)).toEqual([]);
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
