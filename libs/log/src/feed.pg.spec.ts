import { EVERYONE } from '#seminar';
import { aLog, command, comment, type TestLog } from './testing/a-log.ts';

let fixture: TestLog;
beforeEach(async () => {
  fixture = await aLog();
});
afterEach(() => fixture.close());

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds(); tries++) {
    if (tries > 1_000) throw new Error('it never came to hold');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

describe('following a log', () => {
  it('brings every event once, in order, whichever gateway wrote it', async () => {
    const [here, there] = [await fixture.gateway({ feedBatch: 7 }), await fixture.gateway()];
    const log = { seminar: await fixture.open(here), audience: EVERYONE };
    const seen: number[] = [];
    const following = await there.feed.follow(log, (events) => seen.push(...events.map(({ position }) => position)));
    expect(following.position).toBe(3);
    await Promise.all(
      Array.from({ length: 100 }, (_, n) =>
        (n % 2 ? here : there).seminars.handle(log.seminar, command(fixture.ada, comment())),
      ),
    );
    await until(() => seen.length === 100);
    expect(seen).toEqual(Array.from({ length: 100 }, (_, n) => n + 4));
    expect(following.position).toBe(103);
  });

  it('begins where it is told', async () => {
    const gateway = await fixture.gateway();
    const log = { seminar: await fixture.open(gateway), audience: EVERYONE };
    const seen: number[] = [];
    await gateway.feed.follow(log, (events) => seen.push(...events.map(({ position }) => position)), 1);
    await until(() => seen.length === 2);
    expect(seen).toEqual([2, 3]);
  });

  it('loses nothing when hints are lost', async () => {
    const [here, there] = [await fixture.gateway(), await fixture.gateway({ pollInterval: 50 })];
    const log = { seminar: await fixture.open(here), audience: EVERYONE };
    const seen: number[] = [];
    await there.feed.follow(log, (events) => seen.push(...events.map(({ position }) => position)));
    await there.wakeUps.close();
    await here.seminars.handle(log.seminar, command(fixture.ada, comment()));
    await until(() => seen.length === 1);
    expect(seen).toEqual([4]);
  });

  it('hears hints again after its connection was cut', async () => {
    const [here, there] = [await fixture.gateway(), await fixture.gateway({ pollInterval: 3_600_000 })];
    const log = { seminar: await fixture.open(here), audience: EVERYONE };
    const seen: number[] = [];
    await there.feed.follow(log, (events) => seen.push(...events.map(({ position }) => position)));
    await here.pool.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND query LIKE 'LISTEN%'`);
    await here.seminars.handle(log.seminar, command(fixture.ada, comment()));
    await until(() => seen.length === 1);
  });

  it('stops when told to', async () => {
    const gateway = await fixture.gateway();
    const log = { seminar: await fixture.open(gateway), audience: EVERYONE };
    const [kept, stopped]: [number[], number[]] = [[], []];
    await gateway.feed.follow(log, (events) => kept.push(events.length));
    (await gateway.feed.follow(log, (events) => stopped.push(events.length))).stop();
    await gateway.seminars.handle(log.seminar, command(fixture.ada, comment()));
    await until(() => kept.length === 1);
    expect(stopped).toEqual([]);
  });
});
