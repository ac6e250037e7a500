import { readFileSync } from 'node:fs';
import { inspectArticle } from './inspect.ts';
import type { Block } from './model.ts';
import { type ReadArticle, readArticle } from './read-article.ts';

const folder = new URL('../../../test/fixtures/articles/', import.meta.url);

async function read(file: string): Promise<ReadArticle> {
  const result = await readArticle(readFileSync(new URL(file, folder)), { name: file });
  if (!result.ok) throw new Error(result.message);
  return result;
}

/** How the text of a formula is written depends on the format, so a sign stands for it. */
function wordsOf({ text, marks }: Pick<Block, 'text' | 'marks'>): string {
  const formulas = marks.filter(({ type }) => type === 'formula').toSorted((a, b) => b.start - a.start);
  return formulas.reduce((words, { start, end }) => `${words.slice(0, start)}∎${words.slice(end)}`, text);
}

const wordsBefore = ({ text }: Block, at: number): string => text.slice(Math.max(0, at - 20), at);

/** What a reader sees; JATS has no rule. */
function contentOf({ article, format }: ReadArticle) {
  const { sections, notes: _, ...front } = inspectArticle(article);
  return {
    ...front,
    authors: front.authors.map(({ name }) => name),
    subtitle: article.subtitle,
    sections: sections.map(({ id, title, level }) => [id, title, level]),
    blocks: article.sections.map(({ blocks }) =>
      blocks
        .filter(({ type }) => format !== 'jats' || type !== 'rule')
        .map((block) => ({
          type: block.type,
          text: block.type === 'formula' ? '∎' : wordsOf(block),
          notes: block.notes.map(({ label, at }) => [label, wordsBefore(block, at)]),
        })),
    ),
    notes: article.notes.map((note) => [note.label, wordsOf(note)]),
    references: article.references?.map(({ text }) => text),
    back: article.back.map(({ text }) => text),
  };
}

describe('the same article', () => {
  it.each([
    ['made/pandoc.jats.xml', 'jats'],
    ['made/pandoc.html', 'html'],
    ['made/pandoc.docx', 'docx'],
  ])('as %s is the same document', async (file, format) => {
    const [markdown, other] = [await read('manuscript.md'), await read(file)];
    expect(other.format).toBe(format);
    const rules = { ...markdown, format: other.format };
    expect(contentOf(other)).toEqual(contentOf(rules));
  });

  it('has ids that depend on its words alone, so that anchors hold over a change of format', async () => {
    const formats = await Promise.all(['manuscript.md', 'made/pandoc.html', 'made/pandoc.docx'].map(read));
    const [markdown, ...others] = formats.map(({ article }) =>
      article.sections.flatMap(({ blocks }) => blocks.filter(({ marks }) => marks.length === 0).map(({ id }) => id)),
    );
    for (const other of others) expect(other.filter((id) => markdown?.includes(id)).length).toBeGreaterThan(15);
  });
});
