import { readFileSync } from 'node:fs';
import { fidelity } from '../../../../test/support/fidelity.ts';
import type { Article } from '../model.ts';
import { type ReadArticle, readArticle } from '../read-article.ts';

const FIXTURES = new URL('../../../../test/fixtures/pdf/', import.meta.url);
const fixture = (name: string): Uint8Array => readFileSync(new URL(name, FIXTURES));

async function read(name: string): Promise<ReadArticle> {
  const result = await readArticle(fixture(name), { name });
  if (!result.ok) throw new Error(`${name}: ${result.code}`);
  return result;
}

const manuscript = async (): Promise<Article> => (await read('sources/manuscript.md')).article;

describe('the manuscript, as it comes out of printing programs', () => {
  it.each([
    ['in one column with footnotes', 'one-column-footnotes.pdf'],
    ['with endnotes and no indents', 'one-column-endnotes.pdf'],
    ['by TeX, in one column', 'latex-one-column.pdf'],
    ['by TeX, in two columns', 'latex-two-columns.pdf'],
    ['by LibreOffice, with notes as large as the text', 'libreoffice.pdf'],
    ['that may not be printed', 'no-printing.pdf'],
  ])('is read %s', async (_, name) => {
    const expected = await manuscript();
    const { article } = await read(name);
    const { wrong, ...shares } = fidelity(expected, article);
    expect(wrong).toEqual([]);
    expect(shares).toEqual({ paragraphs: 1, notes: 1, references: 1, headings: 1 });
    expect(article.title).toBe(expected.title);
    expect(article.authors).toEqual(expected.authors);
    expect(article.keywords).toEqual(expected.keywords);
    expect(article.language).toBe('en');
  });
});

describe('a print with parts of every kind', () => {
  it('has its headings and not those on top of its pages', async () => {
    const { article } = await read('parts.pdf');
    expect(article.title).toBe('Bell Buoys and Other Listeners');
    expect(article.authors).toEqual([
      { name: 'Oda Kessandra', affiliation: 'Institute of Coastal Sound, University of Pellam' },
    ]);
    expect(article.sections.map(({ level, title }) => `${level} ${title}`)).toEqual([
      '1 Introduction',
      '2 Kinds of bells',
      '3 A digression',
      '1 Listening',
      '1 What remains',
    ]);
    expect(article.back.map(({ text }) => text)).toEqual(['Acknowledgements', 'Thanks go to the gulls.']);
  });

  it('has its fonts as marks, its links and its notes', async () => {
    const { article } = await read('parts.pdf');
    const [block] = article.sections[0]?.blocks ?? [];
    const marked = block?.marks.map(({ type, start, end, href }) => [type, block.text.slice(start, end), href]);
    expect(marked).toEqual([
      ['subscript', '2', undefined],
      ['superscript', '2', undefined],
      ['strong', 'buoy', undefined],
      ['emphasis', 'bell', undefined],
      ['code', 'ring()', undefined],
      ['link', 'the page of the buoys', 'https://buoys.example/about'],
    ]);
    expect(block?.text).toContain('Water is written H2O, and an area is given in km2. The word buoy');
    expect(block?.notes).toEqual([{ label: '1', at: block?.text.length }]);
  });

  it('has lists in lists, verse and the caption of a figure', async () => {
    const { article, diagnostics } = await read('parts.pdf');
    const blocks = article.sections.flatMap((section) => section.blocks);
    const list = blocks.find((block) => block.type === 'list');
    expect(list?.items.map(({ level, start, end }) => [level, list.text.slice(start, end)])).toEqual([
      [0, 'bells that hang, which are rung by'],
      [1, 'the swell,'],
      [1, 'the wake of a passing ferry that is late and therefore fast,'],
      [0, 'bells that stand.'],
    ]);
    expect(blocks.find(({ type }) => type === 'verse')?.text.split('\n')).toHaveLength(4);
    expect(blocks.find(({ type }) => type === 'figure')?.text).toBe(
      'Figure 1: A bell buoy at rest, drawn by somebody who was not.',
    );
    expect(diagnostics).toContainEqual(expect.objectContaining({ code: 'read/image-left-out', place: { page: 2 } }));
  });

  it('has letters that are dropped within a word, and no mark over nothing', async () => {
    const { article } = await read('parts.pdf');
    const last = article.sections.at(-1)?.blocks;
    expect(last?.map(({ text }) => text).join('\n')).toContain(
      'It was set with TEX, which drops a letter, and its last',
    );
    expect(last).toHaveLength(1);
    const marks = article.sections.flatMap(({ blocks }) => blocks.flatMap((block) => block.marks));
    expect(marks.filter(({ start, end }) => start >= end)).toEqual([]);
  });

  it('has its table, with the caption', async () => {
    const { article, diagnostics } = await read('parts.pdf');
    const table = article.sections.flatMap(({ blocks }) => blocks).find(({ type }) => type === 'table');
    expect(table?.text).toBe(
      [
        'Table 1: What bells cost',
        'Bell\tShillings\tPence',
        'hanging\t12\t6',
        'standing\t9\t11',
        'borrowed\t0\t0',
      ].join('\n'),
    );
    expect(table?.type === 'table' && table.rows.map((row) => row.map(({ header }) => header))).toEqual([
      [true, true, true],
      ...[1, 2, 3].map(() => [false, false, false]),
    ]);
    expect(diagnostics).toContainEqual(expect.objectContaining({ code: 'pdf/table-guessed', place: { page: 2 } }));
  });

  it('has its bibliography, and the text cites it', async () => {
    const { article } = await read('parts.pdf');
    expect(article.references?.map(({ label, text }) => `${label} ${text.split(',')[0]}`)).toEqual([
      '1 Marrow',
      '2 Tallow',
      '3 Wick',
    ]);
    const block = article.sections[0]?.blocks[1];
    const cited = block?.marks.map(({ start, end, target }) => [block.text.slice(start, end), target]);
    expect(cited).toEqual(article.references?.map(({ label, id }) => [label, id]));
  });
});

describe('what can’t be read', () => {
  const codeOf = async (name: string, limits = {}): Promise<string> => {
    const result = await readArticle(fixture(name), { name, limits });
    return result.ok ? 'ok' : result.code;
  };

  it.each([
    ['scanned.pdf', 'article/scanned'],
    ['encrypted.pdf', 'article/encrypted'],
    ['truncated.pdf', 'article/damaged'],
    ['damaged.pdf', 'article/damaged'],
  ])('%s is refused', async (name, code) => {
    expect(await codeOf(name)).toBe(code);
  });

  it.each([
    ['pages', 'article/out-of-bounds'],
    ['milliseconds', 'article/out-of-bounds'],
    ['characters', 'article/too-large'],
    ['bytes', 'article/too-large'],
  ])('has too many %s', async (limit, code) => {
    expect(await codeOf('latex-two-columns.pdf', { [limit]: 1 })).toBe(code);
  });

  it('may be a single page, which is named', async () => {
    const { article, diagnostics } = await read('partly-scanned.pdf');
    expect(diagnostics).toContainEqual(expect.objectContaining({ code: 'pdf/page-without-text', place: { page: 2 } }));
    const types = article.sections.flatMap(({ blocks }) => blocks.map(({ type }) => type));
    expect(types).toEqual(['paragraph', 'figure', 'paragraph']);
  });
});

it('gives the same ids each time, and leaves the bytes that it is given alone', async () => {
  const bytes = fixture('latex-one-column.pdf');
  const before = bytes.slice();
  const [first, second] = [await readArticle(bytes), await readArticle(bytes)];
  expect(second).toEqual(first);
  expect(bytes).toEqual(before);
});
