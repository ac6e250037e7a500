import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { placeInWords } from './diagnostic.ts';
import { FORMATS } from './formats.ts';
import { Article, type Block } from './model.ts';
import { type ReadArticle, readArticle } from './read-article.ts';

const folder = new URL('../../../test/fixtures/articles/', import.meta.url);
const files = ['manuscript.md', 'made/pandoc.txt', 'made/pandoc.html', 'made/pandoc.jats.xml', 'made/pandoc.docx'];
const sources = files.map((file) => new Uint8Array(readFileSync(new URL(file, folder))));

/** Longer than any of these files takes on a busy machine, and far from a hang. */
const DEADLINE = 5_000;

const proses = (article: Article): Pick<Block, 'text' | 'marks' | 'notes' | 'id'>[] => [
  ...article.abstract,
  ...article.sections.flatMap(({ blocks }) => blocks),
  ...article.back,
  ...article.notes,
  ...(article.references ?? []),
];

/** Everything that others rely on. */
function isSound({ article, diagnostics }: ReadArticle): void {
  expect(Article.safeParse(article).error).toBeUndefined();
  const all = proses(article);
  const ids = [...all, ...article.sections].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const labels = new Set(article.notes.map(({ label }) => label));
  for (const { text, marks, notes } of all) {
    for (const { start, end } of marks) expect(start < end && end <= text.length).toBe(true);
    for (const { label, at } of notes) expect(labels.has(label) && at <= text.length).toBe(true);
    for (const { type, target } of marks) if (type === 'reference') expect(ids).toContain(target);
  }
  for (const { place, message } of diagnostics) expect(placeInWords(place) !== '' && message !== '').toBe(true);
}

async function answers(source: Uint8Array, format?: (typeof FORMATS)[number]): Promise<void> {
  const start = performance.now();
  const read = await readArticle(source, { format, name: 'a' });
  expect(performance.now() - start).toBeLessThan(DEADLINE);
  if (read.ok) isSound(read);
  else expect(read.message).not.toBe('');
}

it.each(FORMATS)('answers whatever bytes are said to be %s', async (format) => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), (bytes) => answers(bytes, format)),
    { numRuns: 100 },
  );
});

describe.each(files.map((file, index) => [file, sources[index] ?? new Uint8Array()] as const))('%s', (_, source) => {
  it('cut short anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(source.length), (length) => answers(source.subarray(0, length))),
      { numRuns: 20 },
    );
  });

  it('with bits turned', async () => {
    const flips = fc.array(fc.tuple(fc.nat(source.length - 1), fc.nat(7)), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(flips, (all) => {
        const damaged = Uint8Array.from(source);
        for (const [at, bit] of all) damaged[at] = (damaged[at] ?? 0) ^ (1 << bit);
        return answers(damaged);
      }),
      { numRuns: 20 },
    );
  });
});

/** Sentences with signs in them that every format escapes in its own way. */
const sentence = fc
  .array(fc.constantFrom('margin', 'Äpfel', 'reader', '&', '<', '“quoted”', '3.5', 'naïve', 'ﬁnd', '—', '中文', '"'), {
    minLength: 3,
    maxLength: 12,
  })
  .map((words) => `A ${words.join(' ')} b.`);
const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

it('loses no character of the text of JATS and of web pages, wherever it stands', async () => {
  const shape = fc.constantFrom('p', 'list', 'quote', 'table', 'verse', 'figure', 'bold', 'section');
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(shape, sentence), { minLength: 1, maxLength: 12 }), async (parts) => {
      const sentences = parts.map(([, words]) => words);
      const jats = parts.map(([kind, words]) => JATS[kind]?.(escaped(words)) ?? '').join('');
      const html = parts.map(([kind, words]) => HTML[kind]?.(escaped(words)) ?? '').join('');
      const tail = '<p>The end.</p>';
      for (const source of [
        `<article xmlns:x="x"><body>${jats}${tail}</body></article>`,
        `<!doctype html><title>T</title><main>${html}${tail}</main>`,
      ]) {
        const read = await readArticle(source, { name: 'a.xml' });
        if (!read.ok) throw new Error(read.message);
        const titles = read.article.sections.map(({ title }) => title);
        const found = [...titles, ...proses(read.article).map(({ text }) => text)].join('\n');
        for (const words of sentences) expect(found).toContain(words);
      }
    }),
    { numRuns: 40 },
  );
});

const JATS: Record<string, (words: string) => string> = {
  p: (words) => `<p>${words}</p>`,
  list: (words) => `<p><list><list-item><p>${words}</p></list-item></list></p>`,
  quote: (words) => `<disp-quote><p>${words}</p></disp-quote>`,
  table: (words) => `<table-wrap><table><tr><td>${words}</td></tr></table></table-wrap>`,
  verse: (words) => `<verse-group><verse-line>${words}</verse-line></verse-group>`,
  figure: (words) => `<fig><caption><p>${words}</p></caption></fig>`,
  bold: (words) => `<p><bold><italic>${words}</italic></bold></p>`,
  section: (words) => `<sec><title>${words}</title><p>${words}</p></sec>`,
};
const HTML: Record<string, (words: string) => string> = {
  p: (words) => `<p>${words}</p>`,
  list: (words) => `<ul><li>${words}</li></ul>`,
  quote: (words) => `<blockquote>${words}</blockquote>`,
  table: (words) => `<table><tr><td>${words}</td><td>1</td></tr></table>`,
  verse: (words) => `<div><span>${words}</span></div>`,
  figure: (words) => `<figure><figcaption>${words}</figcaption></figure>`,
  bold: (words) => `<p><b><i>${words}</i></b></p>`,
  section: (words) => `<section><h2>${words}</h2><p>${words}</p></section>`,
};
