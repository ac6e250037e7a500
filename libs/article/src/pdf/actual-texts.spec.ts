import { readFileSync } from 'node:fs';
import { zlibSync } from 'fflate';
import { readArticle } from '../read-article.ts';
import { ActualTexts } from './actual-texts.ts';

const encoder = new TextEncoder();

/** A file with streams of these instructions. */
function fileOf(...contents: string[]): Uint8Array {
  const parts = contents.flatMap((content, at) => [
    encoder.encode(`${at + 1} 0 obj\n<</Filter /FlateDecode>>\nstream\n`),
    zlibSync(encoder.encode(content)),
    encoder.encode('\nendstream\nendobj\n'),
  ]);
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

it('gives what stretches stand for, page by page', () => {
  const texts = new ActualTexts(
    fileOf(
      '/Span<</ActualText (Th) >> BDC (a) Tj EMC /Span <</MCID 3>> BDC (b) Tj EMC /Span<</ActualText <FEFF00660074>>> BDC EMC',
      '(no stretch) Tj',
      '/Span<</ActualText (\\(tt\\)) >> BDC (c) Tj EMC',
    ),
  );
  expect(texts.of(2)).toEqual(['Th', 'ft']);
  expect(texts.of(1)).toEqual(['(tt)']);
  expect(texts.of(1)).toEqual([]);
});

it('gives nothing where the file has not as many as the page draws', () => {
  const texts = new ActualTexts(fileOf('/Span<</ActualText (Th) >> BDC EMC', '/Span<</ActualText (ft) >> BDC EMC'));
  expect(texts.of(2)).toEqual([]);
  expect(texts.of(1)).toEqual(['ft']);
});

it('goes on behind a stream that is damaged', () => {
  const bytes = fileOf('/Span<</ActualText (Th) >> BDC EMC', '/Span<</ActualText (ft) >> BDC EMC');
  bytes.fill(0, 45, 55);
  expect(new ActualTexts(bytes).of(1)).toEqual(['ft']);
});

it('reads the ligatures of a browser, which its fonts leave without a name', async () => {
  const file = new URL('../../../../test/fixtures/pdf/prints/tides-browser.pdf', import.meta.url);
  const read = await readArticle(readFileSync(file), { name: 'tides.pdf' });
  if (!read.ok) throw new Error(read.message);
  const text = read.article.sections.flatMap(({ blocks }) => blocks.map((block) => block.text)).join('\n');
  expect(text).toContain('The three predict different things');
  expect(text).toContain('dies away as it should, and then, after some forty minutes');
  expect(text).not.toContain('\ufffd');
});
