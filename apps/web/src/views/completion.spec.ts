import { fitting, nameAsked } from './completion.ts';

describe('a name after an @', () => {
  it('is asked for where a word begins with it', () => {
    expect(nameAsked('Well, @Be', 9)).toEqual({ at: 6, query: 'Be' });
    expect(nameAsked('@', 1)).toEqual({ at: 0, query: '' });
    expect(nameAsked('@Ben Qu', 7)).toEqual({ at: 0, query: 'Ben Qu' });
  });
  it('is not, in an address or after the end of a sentence', () => {
    for (const text of ['me@be', '@Ben, I', '@one two three four ', 'no'])
      expect(nameAsked(text, text.length)).toBeUndefined();
  });
  it('is offered by its beginning, then by any of its words', () => {
    expect(fitting('be', ['Ada Bell', 'Ben Quill', 'Cleo'])).toEqual(['Ben Quill', 'Ada Bell']);
    expect(fitting('', ['b', 'a'], 1)).toEqual(['a']);
  });
});
