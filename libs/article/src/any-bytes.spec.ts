import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { placeInWords } from './diagnostic.ts';
import { FORMATS } from './formats.ts';
import { Article, type Block } from './model.ts';
import { type ReadArticle, readArticle } from './read-article.ts';

const folder = new URL('../../../test/fixtures/articles/', import.meta.url);
const files = [
  ...['manuscript.md', 'made/pandoc.txt', 'made/pandoc.html', 'made/pandoc.jats.xml', 'made/pandoc.docx'],
  ...['held-out/made/word.docx', 'held-out/made/journal.html', '../pdf/latex-one-column.pdf'],
];
const bytesOf = (file: string) => new Uint8Array(readFileSync(new URL(file, folder)));
const bundle = zipSync({ 'a/journal.html': bytesOf('held-out/made/journal.html'), 'a/kiln.png': bytesOf('ferry.png') });
const sources = [...files.map((file) => [file, bytesOf(file)] as const), ['an archive', bundle] as const];

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

describe.each(sources)('%s', (_, source) => {
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
