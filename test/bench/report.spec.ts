import { compare, table } from './report.ts';
import { median, quantile } from './statistics.ts';

describe('a line of a benchmark', () => {
  it('is judged by its value or by its ratio', () => {
    expect(compare('a', 'ms', 50, 'b', 10, { of: 'value', atMost: 100 })).toMatchObject({
      ratio: 5,
      goal: '<= 100 ms',
      ok: true,
    });
    expect(compare('a', 'ms', 50, 'b', 10, { of: 'ratio', atMost: 4 })).toMatchObject({ goal: '<= 4x', ok: false });
    expect(compare('a', '/s', 50, 'b', 10, { of: 'ratio', atLeast: 5 })).toMatchObject({ goal: '>= 5x', ok: true });
    expect(compare('a', '/s', 50, 'b', 10)).toMatchObject({ goal: null, ok: true });
  });

  it('stands in a table', () => {
    const rows = [compare('seen by all', 'ms', 12.34, 'bare', 10, { of: 'value', atMost: 100 })];
    expect(table(rows)).toBe(
      [
        'what         ours     against  theirs  ratio  goal',
        'seen by all  12.3 ms  bare     10 ms   1.23x  <= 100 ms  ok',
      ].join('\n'),
    );
  });
});

it('quantiles are values that were measured', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(quantile([1, 2, 3, 4], 0.99)).toBe(4);
  expect(quantile([5], 0.01)).toBe(5);
});
