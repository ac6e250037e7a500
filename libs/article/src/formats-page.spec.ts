/**
 * How well each format is read, measured: the article that test/fixtures/articles/make.sh turned into other formats, held
 * against what its author wrote. `WRITE_DOCS=on npm test -- formats-page` writes what is measured into docs/formats.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Article, Block } from './model.ts';
import { readArticle } from './read-article.ts';

const folder = new URL('../../../test/fixtures/articles/', import.meta.url);
const page = new URL('../../../docs/formats.md', import.meta.url);
const [BEGIN, END] = ['<!-- measured -->', '<!-- /measured -->'];

const FILES: readonly (readonly [file: string, name: string])[] = [
  ['made/pandoc.jats.xml', 'JATS, by Pandoc'],
  ['made/pandoc.docx', 'Word, by Pandoc'],
  ['made/libreoffice.docx', 'Word, by LibreOffice'],
  ['made/pandoc.html', 'HTML, by Pandoc'],
  ['made/libreoffice.html', 'HTML, by LibreOffice'],
  ['made/pandoc.txt', 'plain text, by Pandoc'],
];

async function read(file: string): Promise<Article> {
  const result = await readArticle(readFileSync(new URL(file, folder)), { name: file });
  if (!result.ok) throw new Error(result.message);
  return result.article;
}

/** How the text of a formula is written depends on the format, so a sign stands for it. */
function wordsOf({ text, marks }: Pick<Block, 'text' | 'marks'>): string {
  const formulas = marks.filter(({ type }) => type === 'formula').toSorted((a, b) => b.start - a.start);
  return formulas.reduce((words, { start, end }) => `${words.slice(0, start)}∎${words.slice(end)}`, text);
}

const blocksOf = ({ sections }: Article): Block[] => sections.flatMap(({ blocks }) => blocks);
const paragraphsOf = (article: Article) => [...article.abstract, ...blocksOf(article)].filter((it) => it.text !== '');
const asWritten = (block: Block): string => `${block.type} ${block.type === 'formula' ? '∎' : wordsOf(block)}`;
const headingsOf = ({ sections }: Article): string[] => sections.map(({ title, level }) => `${level} ${title}`);
/** Each reference to a note with the words in front of it, and what the note says. */
function notesOf(article: Article): string[] {
  const notes = new Map(article.notes.map((note) => [note.label, wordsOf(note)]));
  return blocksOf(article).flatMap(({ text, notes: references }) =>
    references.map(({ label, at }) => `${text.slice(Math.max(0, at - 15), at)} ${notes.get(label)}`),
  );
}

/** How many of what should be there is, as `12 of 13`. */
function share(found: readonly string[], wanted: readonly string[]): string {
  const left = [...found];
  const right = wanted.filter((it) => {
    const at = left.indexOf(it);
    if (at !== -1) left.splice(at, 1);
    return at !== -1;
  });
  return `${right.length} of ${wanted.length}`;
}

it('is told in docs/formats.md as it is measured', async () => {
  const truth = await read('manuscript.md');
  const rows = await Promise.all(
    FILES.map(async ([file, name]) => {
      const article = await read(file);
      const paragraphs = share(paragraphsOf(article).map(asWritten), paragraphsOf(truth).map(asWritten));
      const notes = share(notesOf(article), notesOf(truth));
      return `| ${name} | ${paragraphs} | ${notes} | ${share(headingsOf(article), headingsOf(truth))} |`;
    }),
  );
  const table = ['| | blocks exactly right | notes tied | headings right |', '| --- | --- | --- | --- |', ...rows].join(
    '\n',
  );
  const told = readFileSync(page, 'utf8');
  const measured = told.replace(/<!-- measured -->[\s\S]*<!-- \/measured -->/, `${BEGIN}\n${table}\n${END}`);
  if (process.env.WRITE_DOCS === 'on') writeFileSync(page, measured);
  expect(readFileSync(page, 'utf8')).toBe(measured);
});
