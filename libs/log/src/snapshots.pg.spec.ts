import { EVERYONE, evolve, evolveContents, type Folded, nothingFolded, toSnapshot } from '#seminar';
import { aLog, command, comment, type TestLog } from './testing/a-log.ts';

let fixture: TestLog;
beforeEach(async () => {
  fixture = await aLog();
});
afterEach(() => fixture.close());

const storedPositions = async ({ pool }: Awaited<ReturnType<TestLog['gateway']>>) =>
  (await pool.query<{ position: string }>('SELECT position FROM snapshot')).rows.map(({ position }) =>
    Number(position),
  );

it('a log is the same read from a snapshot as read from the start', async () => {
  const gateway = await fixture.gateway({ snapshotEvery: 10 });
  const log = { seminar: await fixture.open(gateway), audience: EVERYONE };
  for (let n = 0; n < 25; n++) {
    await gateway.seminars.handle(log.seminar, command(fixture.ada, comment()));
    await gateway.snapshots.newest(log);
  }
  expect(await storedPositions(gateway)).toEqual([20]);

  let fromStart: Folded = nothingFolded;
  for await (const events of gateway.store.readAll(log, 0)) {
    for (const event of events) {
      fromStart = { state: evolve(fromStart.state, event), contents: evolveContents(fromStart.contents, event) };
    }
  }
  const elsewhere = await (await fixture.gateway()).snapshots.newest(log);
  expect(toSnapshot(elsewhere)).toEqual(toSnapshot(fromStart));
});

it('a stored snapshot of another layout is not looked at', async () => {
  const gateway = await fixture.gateway();
  const log = { seminar: await fixture.open(gateway), audience: EVERYONE };
  await gateway.pool.query(`INSERT INTO snapshot VALUES ($1, 'everyone', 99, 0, '{"position": 99}')`, [log.seminar]);
  expect((await (await fixture.gateway()).snapshots.newest(log)).state.position).toBe(3);
});
