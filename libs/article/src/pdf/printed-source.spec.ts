import { printedSource } from './printed-source.ts';

it('finds the source behind the signs that it stands for', () => {
  expect(printedSource('L(d)=n(d)N×100L(d) = \\frac{n(d)}{N} \\times 100')).toBe('L(d) = \\frac{n(d)}{N} \\times 100');
  expect(printedSource('p=a+bkp = a + b k')).toBe('p = a + b k');
});

it('leaves a formula that is printed once', () => {
  expect(printedSource('p = a + b k')).toBeUndefined();
  expect(printedSource('aa = bb')).toBeUndefined();
});
