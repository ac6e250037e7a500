import fc from 'fast-check';
import { discussions } from '../../../test/support/discussions.ts';
import { summariseThread } from './summarise-thread.ts';

const words = (text: string) => text.split(/\s+/u).length;
const plain = (text: string) => text.toLowerCase().replace(/\s+/gu, ' ');

describe.each(discussions())('$name', ({ posts }) => {
  it('is told in the words of those who wrote, as long as asked for', () => {
    const sentences = summariseThread({ posts, words: 70 });
    const total = sentences.reduce((sum, { text }) => sum + words(text), 0);
    expect(total).toBeLessThanOrEqual(70);
    expect(total).toBeGreaterThan(45);
    for (const { text, cites } of sentences) {
      const post = posts.find(({ id }) => id === cites[0]);
      expect(plain(post?.text ?? '')).toContain(plain(text.replace(/\s…$/u, '')).replace(/\.$/u, ''));
    }
  });
});

it('leaves out pleasantries, quotations of others and code', () => {
  const posts = [
    {
      id: 'a',
      author: 'x',
      text: '> The authors say that all swans are white.\n\nThe black swans of Perth refute this claim.',
    },
    { id: 'b', author: 'y', parent: 'a', text: 'Thanks, very useful!' },
    {
      id: 'c',
      author: 'z',
      parent: 'a',
      text: '```\nswans.filter(white)\n```\nI think that one swan refutes the claim about all swans.',
    },
  ];
  expect(summariseThread({ posts, words: 70 })).toEqual([
    { text: 'The black swans of Perth refute this claim.', cites: ['a'] },
    { text: 'One swan refutes the claim about all swans.', cites: ['c'] },
  ]);
});

it('prefers what others agreed with', () => {
  const posts = [
    { id: 'a', author: 'x', text: 'The harvest failed because of the long drought.' },
    { id: 'b', author: 'y', text: 'The harbour silted because of the great flood.', agreed: 5 },
  ];
  expect(summariseThread({ posts, words: 8 }).map(({ cites }) => cites)).toEqual([['b']]);
});

it.each([
  ['nothing', []],
  ['nothing said', [{ id: 'a', author: 'x', text: '' }]],
  ['a thread that answers itself', [{ id: 'a', author: 'x', parent: 'a', text: 'Ok.' }]],
])('has no sentence for %s', (_, posts) => {
  expect(summariseThread({ posts, words: 70 })).toEqual([]);
});

it('takes whatever people write, and keeps to the length', () => {
  const post = fc.record({
    id: fc.constantFrom('a', 'b', 'c'),
    author: fc.constantFrom('x', 'y'),
    text: fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.lorem({ maxCount: 30 })),
    parent: fc.option(fc.constantFrom('a', 'b', 'c', 'gone'), { nil: undefined }),
  });
  fc.assert(
    fc.property(fc.array(post, { maxLength: 8 }), fc.integer({ min: 1, max: 40 }), (posts, length) => {
      const sentences = summariseThread({ posts, words: length });
      expect(sentences.reduce((sum, { text }) => sum + words(text), 0)).toBeLessThanOrEqual(length);
      for (const { cites } of sentences) expect(posts.map(({ id }) => id)).toEqual(expect.arrayContaining([...cites]));
    }),
    { numRuns: 200 },
  );
});
