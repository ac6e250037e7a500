/**
 * How well each format is read, measured: three articles that test/fixtures/articles turned into other formats, held against
 * what their author wrote. `WRITE_DOCS=on npm test -- formats-page` writes what is measured into docs/formats.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { readArticle } from './read-article.ts';
import { type Share, type Shares, sharesRight, type Texts, textsOf } from './testing/share-right.ts';

const folder = new URL('../../../test/fixtures/articles/', import.meta.url);
const page = new URL('../../../docs/formats.md', import.meta.url);

const FIRST: readonly (readonly [file: string, name: string])[] = [
  ['made/pandoc.jats.xml', 'JATS, by Pandoc'],
  ['made/pandoc.docx', 'Word, by Pandoc'],
  ['made/libreoffice.docx', 'Word, by LibreOffice'],
  ['made/pandoc.html', 'HTML, by Pandoc'],
  ['made/libreoffice.html', 'HTML, by LibreOffice'],
  ['made/pandoc.txt', 'plain text, by Pandoc'],
];
const SECOND: readonly (readonly [file: string, name: string])[] = [
  ['pandoc.jats.xml', 'JATS, by Pandoc'],
  ['word.docx', 'Word, as people write it'],
  ['pandoc.docx', 'Word, by Pandoc'],
  ['libreoffice.docx', 'Word, by LibreOffice'],
  ['journal.html', 'HTML, the page of a journal'],
  ['pandoc.html', 'HTML, by Pandoc'],
  ['libreoffice.html', 'HTML, by LibreOffice'],
  ['pandoc.md', 'Markdown (GFM), by Pandoc'],
  ['pandoc.txt', 'plain text, by Pandoc'],
  ['libreoffice.txt', 'plain text, by LibreOffice'],
];

const THIRD: readonly (readonly [file: string, name: string])[] = [
  ['pandoc.html', 'HTML, by Pandoc'],
  ['word.html', 'HTML, as Word saves it'],
  ['libreoffice.html', 'HTML, by LibreOffice'],
  ['docs.html', 'HTML, as Google Docs saves it'],
  ['blog.html', 'HTML, the page of a blog (WordPress), MathJax 3'],
  ['magazine.html', 'HTML, the page of a magazine, MathJax 2'],
  ['paper.html', 'HTML, a paper by LaTeXML (arXiv)'],
  ['pandoc.docx', 'Word, by Pandoc'],
  ['pandoc.md', 'Markdown (GFM), by Pandoc'],
  ['pandoc.txt', 'plain text, by Pandoc'],
  ['w3m.txt', 'plain text, by w3m'],
  ['lynx.txt', 'plain text, by Lynx'],
  ['pdftotext-layout.txt', 'plain text, by pdftotext -layout'],
  ['pdftotext.txt', 'plain text, by pdftotext'],
  ['libreoffice.txt', 'plain text, by LibreOffice'],
];

/** Each made of several prints or pages of the two newest manuscripts: `<manuscript>-<of what>.txt`. */
const TEXTS: readonly (readonly [files: RegExp, name: string])[] = [
  [/-pandoc\./, 'by Pandoc, a line for each paragraph'],
  [/-w3m\./, 'by w3m'],
  [/-lynx\./, 'by Lynx'],
  [/-libreoffice\./, 'by LibreOffice'],
  [/-(?:book|browser|office|article|ieee)\./, 'by pdftotext'],
  [/-raw\./, 'by pdftotext -raw'],
];

async function read(file: string): Promise<Texts> {
  const result = await readArticle(readFileSync(new URL(file, folder)), { name: file });
  if (!result.ok) throw new Error(result.message);
  return textsOf(result.article);
}

const json = (file: string): unknown => JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
const asWords = ({ right, of }: Share): string => `${right} of ${of}`;
const row = (...cells: string[]): string => `| ${cells.join(' | ')} |`;

async function firstTable(): Promise<string> {
  const truth = await read('manuscript.md');
  const rows = FIRST.map(async ([file, name]) => {
    const { blocks, notes, headings } = sharesRight(await read(file), truth);
    return row(name, asWords(blocks), asWords(notes), asWords(headings));
  });
  const head = [row('', 'blocks exactly right', 'notes tied', 'headings right'), '| --- | --- | --- | --- |'];
  return [...head, ...(await Promise.all(rows))].join('\n');
}

async function tableOf(folder: string, files: typeof SECOND): Promise<string> {
  const truth = json(`${folder}/made/truth.json`) as Texts;
  const atFirst = json(`${folder}/made/at-first-sight.json`) as Record<string, Shares>;
  const rows = files.map(async ([file, name]) => {
    const { blocks, notes, headings } = sharesRight(await read(`${folder}/made/${file}`), truth);
    const first = atFirst[file];
    return row(name, first ? asWords(first.blocks) : '', asWords(blocks), asWords(notes), asWords(headings));
  });
  const head = [
    row('', 'blocks right at first sight', 'now', 'notes tied', 'headings right'),
    '| --- | --- | --- | --- | --- |',
  ];
  return [...head, ...(await Promise.all(rows))].join('\n');
}

const sum = (shares: readonly Share[]): Share =>
  shares.reduce((all, { right, of }) => ({ right: all.right + right, of: all.of + of }), { right: 0, of: 0 });

async function tableOfTexts(): Promise<string> {
  const atFirst = json('texts/made/at-first-sight.json') as Record<string, Shares>;
  const measured = new Map<string, Shares>();
  for (const file of Object.keys(atFirst)) {
    const [manuscript] = file.split('-');
    measured.set(file, sharesRight(await read(`texts/made/${file}`), await read(`../pdf/sources/${manuscript}.md`)));
  }
  const rows = [...TEXTS, [/./, 'all'] as const].map(([files, name]) => {
    const all = [...measured].filter(([file]) => files.test(file));
    const [first, now] = [all.map(([file]) => atFirst[file] as Shares), all.map(([, shares]) => shares)];
    const share = (of: readonly Shares[], what: 'blocks' | 'notes' | 'headings') =>
      asWords(sum(of.map((shares) => shares[what])));
    return row(name, share(first, 'blocks'), share(now, 'blocks'), share(now, 'notes'), share(now, 'headings'));
  });
  const head = [
    row('plain text', 'blocks right at first sight', 'now', 'notes tied', 'headings right'),
    '| --- | --- | --- | --- | --- |',
  ];
  return [...head, ...rows].join('\n');
}

const between = (text: string, name: string, inside: string): string =>
  text.replace(
    new RegExp(`<!-- ${name} -->[\\s\\S]*<!-- /${name} -->`),
    () => `<!-- ${name} -->\n${inside}\n<!-- /${name} -->`,
  );

it('is told in docs/formats.md as it is measured', async () => {
  const told = readFileSync(page, 'utf8');
  const measured = [
    ['measured', await firstTable()],
    ['held out', await tableOf('held-out', SECOND)],
    ['third', await tableOf('third', THIRD)],
    ['texts', await tableOfTexts()],
  ].reduce((text, [name = '', table = '']) => between(text, name, table), told);
  if (process.env.WRITE_DOCS === 'on') writeFileSync(page, measured);
  expect(readFileSync(page, 'utf8')).toBe(measured);
});
