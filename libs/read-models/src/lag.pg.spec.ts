import { aLog, command, comment, type TestLog } from '../../log/src/testing/a-log.ts';
import { lagOf } from './lag.ts';
import { Projector } from './projector.ts';
import { seminarOverview } from './seminar-overview/projection.ts';

let test: TestLog;
beforeEach(async () => {
  test = await aLog();
});
afterEach(() => test.close());

it('says how far a projection is behind', async () => {
  const log = await test.gateway();
  const { pool, store, seminars } = log;
  const lag = () => lagOf(seminarOverview, pool);
  const none = { projection: 'seminar-overview', events: 0, logs: 0, seconds: 0, outdatedLogs: 0 };
  expect(await lag()).toEqual(none);

  const seminar = await test.open(log);
  expect(await lag()).toEqual({ ...none, events: 3, logs: 1, seconds: expect.any(Number) });
  await new Projector(pool, store).project(seminarOverview, seminar);
  expect(await lag()).toEqual(none);

  const minute = 60_000;
  const at = new Date(Date.now() - minute).toISOString();
  for (let n = 0; n < 5; n++) await seminars.handle(seminar, { ...command(test.ada, comment()), at });
  const { seconds, ...behind } = await lag();
  expect(behind).toEqual({ projection: 'seminar-overview', events: 5, logs: 1, outdatedLogs: 0 });
  expect(seconds).toBeGreaterThan(59);
  expect(seconds).toBeLessThan(90);

  const newer = { ...seminarOverview, version: seminarOverview.version + 1 };
  expect(await lagOf(newer, pool)).toMatchObject({ events: 5, outdatedLogs: 1 });
});
