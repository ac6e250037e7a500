import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { cutShort, expectSound, withBitsTurned } from '../../../test/support/sound-article.ts';
import { FORMATS } from './formats.ts';
import { readArticle } from './read-article.ts';

const folder = new URL('../../../test/fixtures/articles/', import.meta.url);
/** Damaged PDFs are read as in production, in a thread: see libs/importing/src/any-pdf.spec.ts. */
const files = [
  ...['manuscript.md', 'made/pandoc.txt', 'made/pandoc.html', 'made/pandoc.jats.xml', 'made/pandoc.docx'],
  ...['held-out/made/word.docx', 'held-out/made/journal.html'],
];
const bytesOf = (file: string) => new Uint8Array(readFileSync(new URL(file, folder)));
const bundle = zipSync({ 'a/journal.html': bytesOf('held-out/made/journal.html'), 'a/kiln.png': bytesOf('ferry.png') });
const sources = [...files.map((file) => [file, bytesOf(file)] as const), ['an archive', bundle] as const];

async function answers(source: Uint8Array, format?: (typeof FORMATS)[number]): Promise<void> {
  const read = await readArticle(source, { format, name: 'a' });
  if (read.ok) expectSound(read);
  else expect(read.message).not.toBe('');
}

it.each(FORMATS)('answers whatever bytes are said to be %s', async (format) => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), (bytes) => answers(bytes, format)),
    { numRuns: 100 },
  );
});

describe.each(sources)('%s', (_, source) => {
  it.each([
    ['cut short anywhere', cutShort],
    ['with bits turned', withBitsTurned],
  ])('%s', async (_, damaged) => {
    await fc.assert(
      fc.asyncProperty(damaged(source), (bytes) => answers(bytes)),
      { numRuns: 20 },
    );
  });
});
