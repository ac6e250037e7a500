import { readFileSync } from 'node:fs';
import { inspectArticle } from './inspect.ts';
import { type ReadArticle, readArticle } from './read-article.ts';

const folder = new URL('../../../test/fixtures/articles/', import.meta.url);

async function read(file: string): Promise<ReadArticle> {
  const result = await readArticle(readFileSync(new URL(file, folder)), { name: file });
  if (!result.ok) throw new Error(result.message);
  return result;
}

/** What a reader sees, ids and all. JATS has no rule. */
function contentOf({ article }: ReadArticle, withRules: boolean) {
  const { sections, notes, ...front } = inspectArticle(article);
  const isShown = ({ type }: { type: string }) => withRules || type !== 'rule';
  return {
    ...front,
    authors: front.authors.map(({ name }) => name),
    subtitle: article.subtitle,
    sections: sections.map((section) => ({ ...section, blocks: section.blocks.filter(isShown) })),
    notes,
    references: article.references?.map(({ text }) => text),
    back: article.back.map(({ text }) => text),
  };
}

describe('the same article', () => {
  it.each([
    ['made/pandoc.jats.xml', 'jats'],
    ['made/pandoc.html', 'html'],
  ])('as %s is the same document', async (file, format) => {
    const [markdown, other] = [await read('manuscript.md'), await read(file)];
    expect(other.format).toBe(format);
    const withRules = format !== 'jats';
    expect(contentOf(other, withRules)).toEqual(contentOf(markdown, withRules));
  });
});
