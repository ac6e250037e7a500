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
  ['what is no words of its author', [{ id: 'a', author: 'x', text: '> Quoted.\n\n```\ncode\n```' }]],
])('has no sentence for %s', (_, posts) => {
  expect(summariseThread({ posts, words: 70 })).toEqual([]);
});

it.each([
  ['a thread that answers itself', 'Ok.', 'Ok.'],
  ['thanks alone', 'Thanks!', 'Thanks!'],
  ['no full stops', `${'the margin is narrow and '.repeat(60)}wide`, /^The margin is narrow .* …$/u],
  [
    'no capitals',
    'the sample is far too small here. nobody weighed the control group.',
    /^The sample is far too small here\.$/u,
  ],
  ['Chinese', '我认为作者的样本太小了。没有人测量对照组的体重。', '没有人测量对照组的体重。'],
  ['Japanese', 'この標本は小さすぎると思います。', 'この標本は小さすぎると思います。'],
])('has a sentence for %s', (_, text, said) => {
  const sentences = summariseThread({ posts: [{ id: 'a', author: 'x', parent: 'a', text }], words: 45 });
  expect(sentences.length).toBeGreaterThan(0);
  expect(sentences.reduce((sum, one) => sum + words(one.text), 0)).toBeLessThanOrEqual(45);
  expect(sentences.map((one) => one.text)).toContainEqual(
    typeof said === 'string' ? said : expect.stringMatching(said),
  );
});

it('takes a post in Markdown without its marks, links and tables', () => {
  const text =
    '## Sample\n\n- The **sample** holds [84 students](https://example.org/x) of one university.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nSee https://example.org for `mean(x)` of the whole sample.';
  const said = summariseThread({ posts: [{ id: 'a', author: 'x', text }], words: 70 }).map((one) => one.text);
  expect(said).toContain('The sample holds 84 students of one university.');
  expect(said.join(' ')).not.toMatch(/https?:|\*\*|\|/u);
});

it('sums up five hundred posts', () => {
  const all = discussions().flatMap(({ posts }, n) =>
    posts.map((post) => ({ ...post, id: `${n}-${post.id}`, parent: undefined })),
  );
  const posts = Array.from({ length: 500 }, (_, i) => ({
    ...(all[i % all.length] ?? { author: 'x', text: 'None.' }),
    id: `${i}`,
  }));
  expect(summariseThread({ posts, words: 70 }).length).toBeGreaterThan(2);
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
