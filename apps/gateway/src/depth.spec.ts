import { isTooDeep } from './depth.ts';

const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));

it('tells how deep a message nests, however deep that is', () => {
  expect(isTooDeep('text')).toBe(false);
  expect(isTooDeep({ a: [{ b: null }] }, 3)).toBe(false);
  expect(isTooDeep({ a: [{ b: null }] }, 2)).toBe(true);
  expect(isTooDeep(nested(32))).toBe(false);
  expect(isTooDeep(nested(33))).toBe(true);
  expect(isTooDeep(nested(500_000))).toBe(true);
});
