import { asideWith, EVERYONE, nothingFolded, SessionId } from '#seminar';
import { ExampleLog, member } from './example-seminar.ts';
import { clockOf, pastHours, raisedHands } from './live-hour.ts';

const session = SessionId.parse('0190b8a0-0000-7000-8000-0000000000e1');

it('a live hour that is over tells what was said in it', () => {
  const log = new ExampleLog()
    .annotated(1, 10, 'p1')
    .happened(1, { type: 'session.started', version: 1, data: { session }, personal: null })
    .annotated(2, 11, 'p1')
    .replied(3, 12, 11)
    .replied(2, 13, 11);
  expect(pastHours(log.folded)).toEqual([]);
  log.happened(1, { type: 'session.ended', version: 1, data: { session }, personal: null }).annotated(2, 14, 'p1');
  expect(pastHours(log.folded)).toMatchObject([{ from: 2, to: 6, said: 3, people: 2, minutes: 4 * 24 * 60 }]);
});

it('hands are queued by when they were raised', () => {
  const raised = (by: number, days: number) => {
    const log = new ExampleLog();
    for (let n = 0; n < days; n++) log.happened(by, { type: 'hand.lowered', version: 1, data: {}, personal: null });
    return log.happened(by, { type: 'hand.raised', version: 1, data: {}, personal: null }).folded;
  };
  const logs = new Map([
    [asideWith(member(1)), raised(1, 3)],
    [asideWith(member(2)), raised(2, 1)],
    [asideWith(member(3)), nothingFolded],
    [EVERYONE, raised(4, 0)],
  ]);
  const hour = (startedAt: string) => ({
    session,
    by: member(9),
    from: 1,
    startedAt,
    to: undefined,
    endedAt: undefined,
  });
  expect(raisedHands(logs, hour('2026-01-01T00:00:00.000Z')).map((hand) => hand.member)).toEqual([
    member(2),
    member(1),
  ]);
  // What was left from an earlier hour is nobody's wish any more.
  expect(raisedHands(logs, hour('2026-01-03T00:00:00.000Z')).map((hand) => hand.member)).toEqual([member(1)]);
  expect(raisedHands(logs, undefined)).toEqual([]);
});

it.each([
  [300_000, '5:00'],
  [4_001, '0:05'],
  [-10, '0:00'],
  [3_750_000, '1:02:30'],
])('%i milliseconds are %s', (left, shown) => {
  expect(clockOf(left)).toBe(shown);
});
