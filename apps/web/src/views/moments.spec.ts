import { momentsOf, positionAt, timeAt } from './moments.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();
const moments = momentsOf([
  { at: at(30), position: 9 },
  { at: at(10), position: 4 },
  { at: at(20), position: 7 },
  // A clock that was behind.
  { at: at(5), position: 8 },
]);
const minute = (n: number) => Date.parse(at(n));

it('knows what was the last by then', () => {
  expect([0, 10, 19, 20, 25, 60].map((n) => positionAt(moments, minute(n)))).toEqual([4, 4, 4, 8, 8, 9]);
  expect(positionAt([], 0)).toBe(0);
});

it('knows when it was the last', () => {
  expect([1, 4, 6, 8, 99].map((position) => timeAt(moments, position))).toEqual(
    [10, 10, 10, 20, 30].map((n) => minute(n)),
  );
});
