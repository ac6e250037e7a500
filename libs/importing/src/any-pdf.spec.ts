/**
 * Whatever is done to the bytes of a PDF, the thread that reads it answers. pdf.js fetches pages ahead and leaves the
 * failures of those that nobody comes to ask for behind: the thread lets them go, and Jest, in whose own thread they
 * would end the test, never sees them.
 */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { DEFAULT_READ_LIMITS } from '#article';
import { cutShort, expectSound, withBitsTurned } from '../../../test/support/sound-article.ts';
import { ArticleReader } from './article-reader.ts';

/** In milliseconds. A single bit can make pdf.js go through millions of letters that a font doesn't have. */
const TIME = 15_000;
const RUNS = Number(process.env.PDF_RUNS ?? 12);

const folder = new URL('../../../test/fixtures/pdf/', import.meta.url);
const FILES = ['latex-one-column.pdf', 'libreoffice.pdf', 'one-column-footnotes.pdf', 'partly-scanned.pdf'];
const reader = new ArticleReader({ time: TIME, memory: 512, atOnce: 1, limits: DEFAULT_READ_LIMITS });

async function answers(source: Uint8Array): Promise<void> {
  const read = await reader.read(source, { format: 'pdf', name: 'a.pdf' });
  if (read.ok) expectSound(read);
  else expect(read.message).not.toBe('');
}

describe.each(FILES)('%s', (file) => {
  const source = new Uint8Array(readFileSync(new URL(file, folder)));

  it.each([
    ['cut short anywhere', cutShort],
    ['with bits turned', withBitsTurned],
  ])('%s', async (_, damaged) => {
    await fc.assert(
      fc.asyncProperty(damaged(source), (bytes) => answers(bytes)),
      { numRuns: RUNS },
    );
  });
});
