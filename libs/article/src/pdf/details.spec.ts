import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { encode } from 'fast-png';
import type { Block } from '../model.ts';
import { type ReadArticle, readArticle } from '../read-article.ts';
import { holdsPictures } from './pictures.ts';

const folder = new URL('../../../../test/fixtures/pdf/details/', import.meta.url);
const bytesOf = (name: string) => new Uint8Array(readFileSync(new URL(name, folder)));

async function read(name: string): Promise<ReadArticle> {
  const result = await readArticle(bytesOf(name), { name });
  if (!result.ok) throw new Error(`${name}: ${result.code}`);
  return result;
}

/** The blocks below a title. */
async function below(name: string, title: string): Promise<Block[]> {
  const { article } = await read(name);
  return article.sections.find((section) => section.title === title)?.blocks ?? [];
}

const messages = ({ diagnostics }: ReadArticle, code: string): string[] =>
  diagnostics.flatMap((diagnostic) => (diagnostic.code === code ? diagnostic.message : []));

describe('pictures', () => {
  it('stand where they were, with their captions and bytes', async () => {
    const { assets } = await read('details.pdf');
    const [, figure] = await below('details.pdf', '1 Pictures');
    expect(figure).toMatchObject({ type: 'figure', text: 'Figure 1: The ferry, from the quay.' });
    const [asset] = assets;
    expect(assets).toHaveLength(1);
    expect(asset && createHash('sha256').update(asset.bytes).digest('hex')).toBe(
      figure?.type === 'figure' ? figure.image?.asset : '',
    );
  });

  it('that are drawn with lines are left out with the words in them, and named', async () => {
    const drawn = (await below('details.pdf', '1 Pictures')).at(-1);
    expect(drawn).toMatchObject({ type: 'figure', text: 'Figure 2: The chart, with a shoal.' });
    expect(drawn).not.toHaveProperty('image');
    expect(messages(await read('details.pdf'), 'read/image-left-out')).toEqual([
      expect.stringContaining('The words in it are left out: “shoal”.'),
    ]);
  });

  it('are looked for only in files that have any', () => {
    expect(['details.pdf', 'arabic.pdf'].map(bytesOf).map(holdsPictures)).toEqual([true, false]);
    const ofCodes = (text: string) => new TextEncoder().encode(text);
    expect(holdsPictures(ofCodes('/ProcSet [/PDF /ImageB /ImageC]'))).toBe(false);
    expect(holdsPictures(ofCodes('<< /Subtype /Image>>'))).toBe(true);
    expect(holdsPictures(encode({ width: 1, height: 1, data: new Uint8Array(4) }))).toBe(false);
  });
});

describe('formulas', () => {
  it('are put together from where their signs stand, with their numbers', async () => {
    const formulas = (await below('details.pdf', '2 Formulas')).filter(({ type }) => type === 'formula');
    expect(formulas.map(({ text }) => text)).toEqual([
      'd ( t ) = \\frac{h_{0} − h ( t )}{1 + α^{2}} \\tag{1}',
      '\\bar{d} = \\frac{1}{n} ∑_{i =1}^{n} d_{i}',
    ]);
    expect(messages(await read('details.pdf'), 'pdf/formula-guessed')).toHaveLength(2);
  });

  it('within a line are marks in the text', async () => {
    const [first, , third] = await below('details.pdf', '2 Formulas');
    const marked = (block: Block | undefined) =>
      block?.marks.flatMap(({ type, start, end }) => (type === 'formula' ? block.text.slice(start, end) : []));
    expect(marked(first)).toEqual(['h0', 'h(t)', 't']);
    expect(marked(third)).toEqual(['α < 1', 'n']);
  });
});

it('listings keep their lines, indents and empty lines', async () => {
  const [text, code] = await below('details.pdf', '3 Listings');
  expect(code).toMatchObject({
    type: 'code',
    text: 'def ring(tide):\n    if tide.high:\n        bell.strike(3)\n\n    return tide.next()',
  });
  expect(text?.marks.map(({ type, start, end }) => [type, text.text.slice(start, end)])).toEqual([['code', 'ring()']]);
});

it('rules and stars part the text, and the rule above a note does not', async () => {
  const blocks = await below('details.pdf', '4 Rules');
  expect(blocks.map(({ type }) => type)).toEqual(['paragraph', 'rule', 'paragraph', 'rule', 'paragraph']);
  const { article } = await read('details.pdf');
  expect(article.notes.map(({ label, text }) => `${label} ${text}`)).toEqual(['1 The remark is that there was some.']);
});

it('a paragraph goes on behind a table on top of the next page, and a title page keeps all its lines', async () => {
  const { article } = await read('torn.pdf');
  const blocks = article.sections.flatMap((section) => section.blocks);
  expect(blocks.map(({ type }) => type)).toEqual(['paragraph', 'paragraph', 'table']);
  expect(blocks[1]?.text).toMatch(/^It is otherwise.*before the board\.$/);
  expect(article.back.map(({ text }) => text)).toEqual(['Read to the harbour board in spring, and not since']);
});

it('text begins right below the author, quotations are whole, and a note without a mark is no part of the text', async () => {
  const { article, diagnostics } = await read('first-page.pdf');
  const blocks = article.sections.flatMap((section) => section.blocks);
  expect(blocks.map(({ type, text }) => `${type} ${text.slice(0, 13)}`)).toEqual([
    'paragraph Whoever reads',
    'quotation I turned the ',
    'paragraph That is as it',
    'paragraph Nothing more ',
  ]);
  expect(article.notes.map(({ label, text }) => `${label} ${text.slice(0, 16)}`)).toEqual(['* A longer version']);
  expect(diagnostics).toContainEqual(expect.objectContaining({ code: 'read/note-unreferenced' }));
});

/** What a page of the web that was printed says, without its tags. */
function sourceOf(name: string): string[] {
  const page = readFileSync(new URL(`../sources/details/${name}.html`, folder), 'utf8');
  return Array.from(page.matchAll(/<(?:h1|h2|p)>(.*?)<\//g), ([, text = '']) => text);
}

/** Title, headings and paragraphs in their order. */
const printed = ({ article }: ReadArticle): string[] => [
  article.title,
  ...article.sections.flatMap(({ title, blocks }) => [title, ...blocks.map(({ text }) => text)]),
];

describe('other scripts', () => {
  it.each([
    ['from right to left, with words and numbers that run the other way', 'arabic', 'arabic.pdf'],
    ['the same, printed by a program that names brackets otherwise', 'arabic', 'arabic-office.pdf'],
    ['from right to left, ragged', 'hebrew', 'hebrew.pdf'],
    ['without blanks between words', 'japanese', 'japanese.pdf'],
  ])('are read in the order in which they are written: %s', async (_, source, file) => {
    // A browser prints the letter for a door as the part of letters that looks like it.
    const wanted = sourceOf(source).map((text) => text.replace('戸', '戶'));
    expect(printed(await read(file))).toEqual(wanted);
  });

  it('have blanks only where the print has them', async () => {
    // The office program sets a narrow blank around Latin words.
    const found = printed(await read('chinese-office.pdf')).map((text) => text.replaceAll(' Hollis ', 'Hollis'));
    expect(found).toEqual(sourceOf('chinese'));
  });
});
