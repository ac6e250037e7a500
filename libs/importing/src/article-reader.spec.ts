import { DEFAULT_READ_LIMITS } from '#article';
import { ArticleReader } from './article-reader.ts';

const reader = (time: number, memory: number) =>
  new ArticleReader({ time, memory, atOnce: 1, limits: DEFAULT_READ_LIMITS });
const many = (tag: string) => `<article><body>${`<${tag}>Words.</${tag}>`.repeat(400_000)}</body></article>`;

it('reads in a thread, one after the other', async () => {
  const one = reader(30_000, 256);
  const all = await Promise.all(
    ['One', 'Two'].map((title) => one.read(`# ${title}\n\nWords.\n`, { format: 'markdown' })),
  );
  expect(all.map((read) => read.ok && read.article.title)).toEqual(['One', 'Two']);
});

it('gives up where it takes too long, and goes on with the next', async () => {
  const quick = reader(50, 256);
  expect(await quick.read(many('p'), {})).toMatchObject({ ok: false, code: 'article/out-of-bounds' });
  expect(await reader(30_000, 256).read('Title\n\nWords and more words.\n', {})).toMatchObject({ ok: true });
});

it('gives up where it takes too much memory', async () => {
  expect(await reader(60_000, 24).read(many('p'), {})).toMatchObject({ ok: false, code: 'article/out-of-bounds' });
});
