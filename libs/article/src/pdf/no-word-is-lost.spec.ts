import { readdirSync, readFileSync } from 'node:fs';
import { readArticle } from '../read-article.ts';
import { loadPdfjs } from './load-pdfjs.ts';

const folder = new URL('../../../../test/fixtures/pdf/', import.meta.url);
const prints = readdirSync(new URL('prints/', folder)).map((file) => `prints/${file}`);
const FILES = [
  ...['one-column-footnotes.pdf', 'one-column-endnotes.pdf', 'latex-one-column.pdf', 'latex-two-columns.pdf'],
  ...['libreoffice.pdf', 'parts.pdf', 'details/torn.pdf', ...prints],
];

/** Letters and figures alone: how words are joined and divided is looked at elsewhere. */
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{Nd}]/gu, '');

/** What pdf.js itself hands over as the text of a file, piece by piece. */
async function textLayerOf(bytes: Uint8Array): Promise<string[]> {
  const { getDocument } = await loadPdfjs();
  const task = getDocument({ data: bytes.slice(), useSystemFonts: false, verbosity: 0 });
  const pdf = await task.promise;
  const pieces: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pieces.push(...items.flatMap((item) => ('str' in item ? item.str : [])));
  }
  await task.destroy();
  return pieces;
}

/** All texts in it, be they formulas. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value.replace(/<[^>]+>/g, '')];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

/** The number of an entry is said by its list, that of a page or a note by what it stands for, … */
const NUMBER = /^\s*(?:\[\d{1,3}\]|(?:\d{1,3}|[a-z])[.)]?)(?:\s+|$)/;
/** … and the titles of these parts by what they are in the article. */
const PART =
  /^\s*(?:abstract|keywords:|schlüsselwörter:|mots-clés\s*:|zusammenfassung|résumé|notes|references|références|literatur)\s*/i;

it.each(FILES)('is all in the article or in a diagnostic: %s', async (file) => {
  const bytes = new Uint8Array(readFileSync(new URL(file, folder)));
  const pieces = await textLayerOf(bytes);
  const read = await readArticle(bytes, { name: file });
  if (!read.ok) throw new Error(read.message);
  const [article, named] = [
    textsIn(read.article).map(bare).join(''),
    read.diagnostics.map(({ message }) => bare(message)),
  ];
  const all = [article, named.join('')];
  const isSaid = (words: string): boolean => all.some((text) => text.includes(bare(words)));
  // Authors are a list, without what stands between their names.
  const isThere = (piece: string): boolean =>
    [piece, piece.replace(NUMBER, ''), piece.replace(PART, '')].some(isSaid) || piece.split(' and ').every(isSaid);
  expect(pieces.filter((piece) => !isThere(piece))).toEqual([]);
  const letters = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0;
  expect(letters(article) + letters(named.join(''))).toBeGreaterThanOrEqual(letters(bare(pieces.join(''))));
});
