import { readFileSync } from 'node:fs';
import { strToU8, type Zippable, zipSync } from 'fflate';
import type { Article } from '../model.ts';
import { readArticle } from '../read-article.ts';

const png = new Uint8Array(readFileSync(new URL('../../../../test/fixtures/articles/ferry.png', import.meta.url)));
const page = (src: string) =>
  `<!doctype html><html><head><title>T</title></head><body><main><h1>T</h1><p>Words of some length.</p>
   <figure><img src="${src}" alt="A ferry"><figcaption>The landing.</figcaption></figure></main></body></html>`;
const jats = `<article xmlns:xlink="x"><front><article-meta><title-group><article-title>T</article-title></title-group></article-meta></front>
  <body><p>Words.</p><fig><caption><p>The landing.</p></caption><alternatives><graphic xlink:href="ferry.tif"/><graphic xlink:href="ferry"/></alternatives></fig></body></article>`;
const markdown =
  '# T\n\n## Part\n\nWords.\n\n![The landing.][f]\n\n<img src="img/ferry.png" alt="Again">\n\n[f]: img/ferry.png\n';

const zip = (files: Zippable) => readArticle(zipSync(files, { level: 0 }), { name: 'brought.zip' });
const figuresOf = ({ sections }: Article) =>
  sections.flatMap(({ blocks }) => blocks).flatMap((block) => (block.type === 'figure' ? [block] : []));

describe('an archive with an article and its pictures', () => {
  it.each([
    ['a saved page', { 'Essay.html': strToU8(page('Essay_files/ferry.png')), 'Essay_files/ferry.png': png }, 1],
    ['JATS', { 'a/article.xml': strToU8(jats), 'a/ferry.png': png }, 1],
    ['Markdown', { 'text.md': strToU8(markdown), 'img/ferry.png': png }, 2],
    [
      'what systems add',
      {
        '__MACOSX/._t.md': strToU8('x'),
        '.DS_Store': strToU8('x'),
        'text.md': strToU8(markdown),
        'img/ferry.png': png,
      },
      2,
    ],
    [
      'a page beside which other pages were saved',
      {
        'Essay.html': strToU8(page('Essay_files/ferry.png')),
        'Essay_files/ad.html': strToU8('<p>Buy.</p>'),
        'Essay_files/ferry.png': png,
        'Essay_files/x.js': strToU8('alert(1)'),
      },
      1,
    ],
    ['a note beside it', { 'text.md': strToU8(markdown), 'readme.txt': strToU8('Hello'), 'img/ferry.png': png }, 2],
  ] as const)('is read: %s', async (_, files, count) => {
    const read = await zip(files);
    if (!read.ok) throw new Error(read.message);
    expect(read.article.title).toBe('T');
    const figures = figuresOf(read.article);
    expect(figures.map(({ image }) => image?.asset)).toEqual(Array.from({ length: count }, () => read.assets[0]?.hash));
    expect(figures[0]?.text).toBe('The landing.');
    expect(read.assets).toHaveLength(1);
  });

  it('leaves out what is called a picture and is none', async () => {
    const files = { 'text.md': strToU8(markdown), 'img/ferry.png': strToU8('<svg onload="alert(1)"/>') };
    const read = await zip(files);
    expect(read).toMatchObject({ ok: true, assets: [], diagnostics: [{ code: 'markdown/image-dropped' }, {}] });
  });

  it('leaves out what is too large, and says so', async () => {
    const limits = { imageBytes: 1_000 };
    const read = await readArticle(zipSync({ 'text.md': strToU8(markdown), 'img/ferry.png': png }), { limits });
    expect(read).toMatchObject({ ok: true, assets: [] });
    expect(read.ok && read.diagnostics[0]?.message).toContain('larger than 1000 bytes');
  });

  it.each([
    ['without an article', { 'a.png': png }, 'article/no-document'],
    ['with nothing in it', {}, 'article/no-document'],
    ['with two', { 'a.md': strToU8('# A'), 'b.md': strToU8('# B') }, 'article/several-documents'],
    ['with a path that leads out', { '../a.md': strToU8('# A') }, 'article/unsafe-archive'],
    ['with a path from the root', { '/etc/a.md': strToU8('# A') }, 'article/unsafe-archive'],
    ['with an article that is none', { 'a.docx': strToU8('no Word document') }, 'article/empty'],
  ] as const)('is refused %s', async (_, files, code) => {
    const read = await zip(files);
    expect(read.ok ? 'read' : read.code).toBe(code);
  });

  it('is refused where it would unpack to a flood', async () => {
    const flood = zipSync({ 'a.md': new Uint8Array(50_000_000) });
    expect(flood.length).toBeLessThan(100_000);
    expect(await readArticle(flood)).toMatchObject({ ok: false, code: 'article/unsafe-archive' });
    const many = Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`${n}.txt`, strToU8('x')]));
    const read = await readArticle(zipSync(many), { limits: { archiveEntries: 40 } });
    expect(read).toMatchObject({ ok: false, code: 'article/unsafe-archive' });
  });
});
