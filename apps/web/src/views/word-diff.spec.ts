import fc from 'fast-check';
import { wordDiff } from './word-diff.ts';

const side = (pieces: ReturnType<typeof wordDiff>, without: 'added' | 'removed') =>
  pieces
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('');

describe('the difference of two wordings', () => {
  it('is told by whole words', () => {
    expect(wordDiff('The margin is empty.', 'The wide margin was empty.')).toEqual([
      { kind: 'same', text: 'The ' },
      { kind: 'added', text: 'wide ' },
      { kind: 'same', text: 'margin ' },
      { kind: 'removed', text: 'is' },
      { kind: 'added', text: 'was' },
      { kind: 'same', text: ' empty.' },
    ]);
  });
  it('holds both wordings, whatever they are', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'margin', ' ', '\n', '. ', 'é')).map((words) => words.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = wordDiff(before, after);
        expect(side(pieces, 'added')).toBe(before);
        expect(side(pieces, 'removed')).toBe(after);
      }),
    );
  });
});
