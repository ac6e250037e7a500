import { couldBeCode, isCode } from './code-signs.ts';

it.each(['pulls = 0', 'hand.walk()', 'kept.append(p)', 'x += 1', 'if (a == b) {', '}', '# a remark', 'std::cout'])(
  'takes %p for a line of a program',
  (line) => expect(isCode(line)).toBe(true),
);

it.each([
  'We found that f(x) is small.',
  'The end of the story',
  'He asked for more; she gave none.',
  'e.g. (see below)',
])('takes %p for prose', (line) => expect(isCode(line)).toBe(false));

it('takes what begins like a statement for one among others only', () => {
  expect(isCode('while it.moves:')).toBe(false);
  expect(couldBeCode('while it.moves:')).toBe(true);
});
