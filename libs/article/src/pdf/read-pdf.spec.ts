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

describe('the manuscript, as groff and TeX print it', () => {
  it.each([
    ['in one column with footnotes', 'one-column-footnotes.pdf'],
    ['with endnotes and no indents', 'one-column-endnotes.pdf'],
    ['by TeX, in one column', 'latex-one-column.pdf'],
    ['by TeX, in two columns', 'latex-two-columns.pdf'],
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
