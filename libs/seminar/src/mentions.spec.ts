import { mentionOf, mentionsIn, withNames } from './mentions.ts';
import { ada, ben } from './testing/a-seminar.ts';

it('finds everybody who is named, each once', () => {
  expect(mentionsIn(`${mentionOf(ben)}, ask ${mentionOf(ada).toUpperCase()} or ${mentionOf(ben)}.`)).toEqual([
    ben,
    ada,
  ]);
  expect(mentionsIn('@Ben, @[somebody], ben@[x]')).toEqual([]);
});
it('shows names where ids stand', () => {
  expect(withNames(`Well, ${mentionOf(ben)}?`, () => 'Ben Quill')).toBe('Well, @Ben Quill?');
});
