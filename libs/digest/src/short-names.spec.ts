import { MemberId } from '#seminar';
import { shortNames } from './short-names.ts';

const id = (n: number) => MemberId.parse(`00000000-0000-4000-8000-00000000000${n}`);
const called = (...names: string[]) => [...shortNames(names.map((name, n) => ({ member: id(n), name }))).values()];

describe('people in a mail', () => {
  it('are called by their first names', () => {
    expect(called('Mina Larkspur', 'Prof. Ottilie Quill', 'Rook')).toEqual(['Mina', 'Ottilie', 'Rook']);
  });
  it('are called in full where two share the first name', () => {
    expect(called('Mina Larkspur', 'Mina Teasel', 'Bram')).toEqual(['Mina Larkspur', 'Mina Teasel', 'Bram']);
  });
  it('keep a name that is all title', () => expect(called('J. R.')).toEqual(['J. R.']));
});
