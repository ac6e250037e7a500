/** Whatever an article is made of, and in whatever format: every word of its text is in the document, or in a diagnostic. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import type { Format } from './formats.ts';
import { knownPart } from './known-titles.ts';
import type { Article } from './model.ts';
import { readArticle } from './read-article.ts';

/** Signs in them that every format escapes in its own way. No two are alike, so that each can be missed. */
const sentence = fc
  .array(fc.constantFrom('margin', 'Äpfel', 'reader', '&', '<', '“quoted”', '3.5', 'naïve', 'ﬁnd', '—', '中文', '"'), {
    minLength: 2,
    maxLength: 8,
  })
  .map((words) => `A ${words.join(' ')} b.`);

type Shape = (words: string, id: number) => string;
type Shapes = Readonly<Record<string, Shape>>;

const inXml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
const inMarkdown = (text: string) => text.replace(/[<&"*_`[\]]/g, '\\$&');

const JATS: Shapes = {
  p: (words) => `<p>${words}</p>`,
  list: (words) => `<p><list><list-item><p>${words}</p></list-item></list></p>`,
  nested: (words) =>
    `<list><list-item><p>Outer.</p><list list-type="order"><list-item><p>${words}</p></list-item></list></list-item></list>`,
  definition: (words) => `<def-list><def-item><term>Term</term><def><p>${words}</p></def></def-item></def-list>`,
  quote: (words) => `<disp-quote><p>${words}</p><attrib>Somebody.</attrib></disp-quote>`,
  table: (words) => `<table-wrap><caption><p>Cap.</p></caption><table><tr><td>${words}</td></tr></table></table-wrap>`,
  caption: (words) =>
    `<table-wrap><caption><title>${words}</title></caption><table><tr><td>1</td></tr></table></table-wrap>`,
  foot: (words) =>
    `<table-wrap><table><tr><td>1</td></tr></table><table-wrap-foot><p>${words}</p></table-wrap-foot></table-wrap>`,
  verse: (words) => `<verse-group><verse-group><verse-line>${words}</verse-line></verse-group></verse-group>`,
  figure: (words) => `<fig><caption><p>${words}</p></caption><graphic/></fig>`,
  bold: (words) => `<p><bold><italic>${words}</italic></bold></p>`,
  pictured: (words) => `<p>Before <inline-graphic><alt-text>${words}</alt-text></inline-graphic> behind.</p>`,
  drawn: (words) => `<table-wrap><caption><p>${words}</p></caption><graphic/></table-wrap>`,
  boxed: (words) => `<boxed-text><title>Box</title><p>${words}</p></boxed-text>`,
  section: (words) => `<sec><title>${words}</title><p>${words}</p></sec>`,
  note: (words, id) =>
    `<p>Before.<xref ref-type="fn" rid="n${id}">${id}</xref></p><fn-group><fn id="n${id}"><p>${words}</p></fn></fn-group>`,
  unknown: (words) =>
    `<p><named-content content-type="x"><styled-content>${words}</styled-content></named-content></p>`,
};

const HTML: Shapes = {
  p: (words) => `<p>${words}</p>`,
  list: (words) => `<ul><li>${words}</li></ul>`,
  nested: (words) => `<ol><li>Outer.<ul><li>${words}</li></ul></li></ol>`,
  naked: (words) => `<ul><li>Outer.</li></ul><ul><ul><li>${words}</li></ul></ul>`,
  definition: (words) => `<dl><dt>Term</dt><dd>${words}</dd></dl>`,
  quote: (words) => `<blockquote>${words}</blockquote>`,
  movedIn: (words) => `<p style="margin-left: 1cm">${words}</p>`,
  typed: (words) => `<p><font face="Courier New">${words}</font></p>`,
  table: (words) => `<table><caption>Cap.</caption><tr><td>${words}</td><td colspan="2">1</td></tr></table>`,
  verse: (words) => `<div><span>${words}</span></div>`,
  figure: (words) => `<figure><img src="gone.png"><figcaption>${words}</figcaption></figure>`,
  captioned: (words) => `<p><img src="gone.png"></p><p><i>${words}</i></p>`,
  bold: (words) => `<p><b><i>${words}</i></b></p>`,
  aboveTable: (words) => `<p class="caption">${words}</p><table><tr><td>1</td><td>2</td></tr></table>`,
  boxed: (words) =>
    `<div class="box"><div class="fig-caption">${words}</div><table><caption>Cap.</caption><tr><td>1</td><td>2</td></tr></table></div>`,
  poem: (words) => `<div class="poem"><div class="line">${words}</div><p>x</p></div>`,
  typedVerse: (words) => `<pre class="wp-block-verse">${words}<br>x</pre>`,
  listing: (words) => `<pre><b>${words}</b><br>x</pre>`,
  parted: (words) => `<p>One.<br><br>${words}<br><br><img src="gone.png" height="300"></p>`,
  wordItem: (words) => `<p class=MsoListParagraph><span>·<span>&nbsp; </span></span>${words}</p>`,
  pictured: (words) => `<p>Before <img src="gone.png" alt="${words}"> behind.</p>`,
  inPlace: (words) => `<p>Before.<span class="sidenote">${words}</span></p>`,
  tagged: (words) => `<ul><li><span>•</span> <div><p>${words}</p></div></li></ul>`,
  besideFormula: (words) =>
    `<table class="equation"><tr><td>${words}</td><td><math><mi>x</mi></math></td></tr></table>`,
  mathJax: (words) => `<p>${words}<script type="math/tex">x</script></p>`,
  section: (words) => `<section><h2>${words}</h2><p>${words}</p></section>`,
  header: (words) => `<header><p>${words}</p></header>`,
  aside: (words) => `<aside>${words}</aside>`,
  note: (words, id) =>
    `<p>Before.<sup><a href="#fn${id}" id="ref${id}">${id}</a></sup></p><div class="footnotes"><p id="fn${id}">${words}</p></div>`,
  unknown: (words) => `<x-widget><p>${words}</p></x-widget>`,
};

const run = (words: string, looks = '') => `<w:r>${looks}<w:t xml:space="preserve">${words}</w:t></w:r>`;
const DOCX: Shapes = {
  p: (words) => `<w:p>${run(words)}</w:p>`,
  cut: (words) =>
    `<w:p>${words
      .split(' ')
      .map((word) => run(`${word} `))
      .join('')}</w:p>`,
  list: (words) => `<w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="7"/></w:numPr></w:pPr>${run(words)}</w:p>`,
  movedIn: (words) => `<w:p><w:pPr><w:ind w:left="720"/></w:pPr>${run(words)}</w:p>`,
  typed: (words) => `<w:p>${run(words, '<w:rPr><w:rFonts w:ascii="Consolas"/></w:rPr>')}</w:p>`,
  table: (words) =>
    `<w:tbl><w:tr><w:tc><w:p>${run(words)}</w:p></w:tc><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p>${run('1')}</w:p></w:tc></w:tr></w:tbl>`,
  frame: (words) => `<w:tbl><w:tr><w:tc><w:p>${run(words)}</w:p></w:tc></w:tr></w:tbl>`,
  content: (words) =>
    `<w:sdt><w:sdtContent><w:p><w:sdt><w:sdtContent>${run(words)}</w:sdtContent></w:sdt></w:p></w:sdtContent></w:sdt>`,
  inserted: (words) => `<w:p><w:ins>${run(words)}</w:ins></w:p>`,
  deleted: (words) => `<w:p>${run('Stays.')}<w:del><w:r><w:delText>${words}</w:delText></w:r></w:del></w:p>`,
  field: (words) =>
    `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(words)}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
  box: (words) =>
    `<w:p>${run('Around.')}<w:r><w:pict><v:textbox><w:txbxContent><w:p>${run(words)}</w:p></w:txbxContent></v:textbox></w:pict></w:r></w:p>`,
  ruby: (words) =>
    `<w:p><w:r><w:ruby><w:rt>${run('said')}</w:rt><w:rubyBase>${run(words)}</w:rubyBase></w:ruby></w:r></w:p>`,
  note: (_, id) => `<w:p>${run('Before.')}<w:r><w:footnoteReference w:id="${id + 10}"/></w:r></w:p>`,
  idleNote: () => `<w:p>${run('Nothing.')}</w:p>`,
  unknown: (words) => `<w:later><w:p><w:wrapped>${run(words)}</w:wrapped></w:p></w:later>`,
};

const MARKDOWN: Shapes = {
  p: (words) => words,
  list: (words) => `- Outer.\n    1. ${words}`,
  quote: (words) => `> ${words}`,
  table: (words) => `| a | b |\n| - | - |\n| ${words} | 1 |`,
  bold: (words) => `**${words}**`,
  link: (words) => `[${words}](x:y)`,
  figure: (words) => `![${words}](gone.png)`,
  pictured: (words) => `Before ![${words}](gone.png) behind.`,
  aboveTable: (words) => `Table 1: ${words}\n\n| a | b |\n| - | - |\n| 1 | 2 |`,
  belowTable: (words) => `| a | b |\n| - | - |\n| 1 | 2 |\n\n: ${words}`,
  section: (words) => `## ${words}\n\n${words}`,
  note: (words, id) => `Before.[^${id}]\n\n[^${id}]: ${words}`,
  idleNote: (words, id) => `Nothing.\n\n[^idle${id}]: ${words}`,
  html: (words) =>
    `<table><tr><td colspan="2">${inXml(words.replace(/\\(?=[<&"*_`[\]])/g, ''))}</td></tr><tr><td>1</td><td>2</td></tr></table>`,
  details: (words) => `<details>\n\n${words}\n\n</details>`,
};

const TEXT: Shapes = {
  p: (words) => words,
  list: (words) => `- ${words}\n- Another.`,
  quote: (words) => `    ${words}\n    And so on, as we know.`,
  verse: (words) => `${words}\nAnd this,\nAnd that,\nAnd more.`,
  table: (words) => `${words}\t1\nRow\t2`,
  formula: (words) => `$$x = 1$$\n\n${words}`,
};

const ns = 'xmlns:w="w" xmlns:v="v"';
function docx(parts: readonly [string, string][]): Uint8Array {
  const body = parts.map(([kind, words], id) => DOCX[kind]?.(inXml(words), id) ?? '').join('');
  const notes = parts
    .flatMap(([kind, words], id) =>
      kind === 'note' || kind === 'idleNote'
        ? [`<w:footnote w:id="${id + 10}"><w:p>${run(inXml(words))}</w:p></w:footnote>`]
        : [],
    )
    .join('');
  return zipSync({
    'word/document.xml': strToU8(
      `<w:document ${ns}><w:body>${body}<w:p>${run('The end.')}</w:p></w:body></w:document>`,
    ),
    'word/footnotes.xml': strToU8(`<w:footnotes ${ns}>${notes}</w:footnotes>`),
  });
}

const joined = (
  shapes: Shapes,
  parts: readonly [string, string][],
  written: (text: string) => string,
  between: string,
) => parts.map(([kind, words], id) => shapes[kind]?.(written(words), id) ?? '').join(between);

const FORMATS: readonly (readonly [Format, Shapes, (parts: readonly [string, string][]) => Uint8Array | string])[] = [
  [
    'jats',
    JATS,
    (parts) => `<article xmlns:x="x"><body>${joined(JATS, parts, inXml, '')}<p>The end.</p></body></article>`,
  ],
  [
    'html',
    HTML,
    (parts) => `<!doctype html><title>T</title><main>${joined(HTML, parts, inXml, '')}<p>The end.</p></main>`,
  ],
  ['docx', DOCX, docx],
  ['markdown', MARKDOWN, (parts) => `# T\n\n${joined(MARKDOWN, parts, inMarkdown, '\n\n')}\n\nThe end.\n`],
  [
    'text',
    TEXT,
    (parts) =>
      `T\n\nThe beginning of it all, as everybody knows by now.\n\n${joined(TEXT, parts, (text) => text, '\n\n')}\n\nThe end.\n`,
  ],
];

const textsOf = (article: Article): string[] => [
  ...[article.title, article.subtitle ?? '', article.history ?? '', ...article.keywords],
  ...article.authors.map(({ name, affiliation }) => `${name} ${affiliation ?? ''}`),
  ...article.sections.flatMap(({ title, blocks }) => [title, ...blocks.map(({ text }) => text)]),
  ...[...article.abstract, ...article.back, ...article.notes, ...(article.references ?? [])].map(({ text }) => text),
];

/** Ligatures and the like are read as what they mean. */
const bare = (text: string) => text.normalize('NFKC').replace(/\s+/gu, ' ');

it.each(FORMATS)('of %s', async (format, shapes, made) => {
  const part = fc.tuple(fc.constantFrom(...Object.keys(shapes)), sentence);
  await fc.assert(
    fc.asyncProperty(fc.array(part, { minLength: 1, maxLength: 10 }), async (all) => {
      // A number in each makes them unlike each other.
      const parts = all.map(([kind, words], id): [string, string] => [kind, words.replace('A ', `A${id} `)]);
      const read = await readArticle(made(parts), { format, name: 'a' });
      if (!read.ok) throw new Error(read.message);
      const found = bare([...textsOf(read.article), ...read.diagnostics.map(({ message }) => message)].join('\n'));
      for (const [, words] of parts) {
        // A diagnostic quotes the beginning.
        const isThere = found.includes(bare(words)) || found.includes(`“${bare(words).slice(0, 55)}`);
        if (!isThere) throw new Error(`${words} is lost of ${JSON.stringify(parts)}: ${found}`);
      }
    }),
    { numRuns: 150 },
  );
});

const fixtures = new URL('../../../test/fixtures/articles/', import.meta.url);
const FIXTURES = ['made', 'held-out/made', 'third/made'].flatMap((folder) =>
  readdirSync(new URL(`${folder}/`, fixtures))
    .filter((file) => /\.(?:html|md|txt|xml)$/.test(file))
    .map((file) => `${folder}/${file}`),
);

/** What stands around an article on these pages; a diagnostic quotes no more than its beginning. */
const AROUND =
  /<(aside|nav|footer|header|form)\b[\s\S]*?<\/\1>|<div id="cookie-notice"[\s\S]*?<\/div>|<section id="comments"[\s\S]*?<\/section>|<div id="jp-related[\s\S]*?<\/div>/g;

/** The words of a source that are read as words: without tags and signs, and long enough to be missed. */
function wordsIn(source: string): string[] {
  const body = source
    .replace(AROUND, ' ')
    .replace(/<(head|script|style|annotation|button)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->|<!\[.*?\]>/gi, ' ')
    .replace(/<math\b[\s\S]*?<\/math>|<tex-math[\s\S]*?<\/tex-math>|<email>.*?<\/email>/g, ' ')
    .replace(/^---\n[\s\S]*?\n---\n|^``` ?\w+$/gm, '')
    .replace(/<[^>]*>|(?:https?|file):[^\s<]+/g, ' ')
    .replace(/&\w+;|&#\d+;|\]\([^)]*\)/g, ' ')
    .replace(/[-‐]\n\s*|^\s*CAPTION:/gm, '');
  return [...new Set(bare(body).match(/\p{L}{5,}/gu))];
}

const letters = (text: string) =>
  bare(text)
    .replace(/[\s-]+/gu, '')
    .toLowerCase();

it.each(FIXTURES)('of %s', async (file) => {
  const source = readFileSync(new URL(file, fixtures));
  const read = await readArticle(source, { name: file });
  if (!read.ok) throw new Error(read.message);
  const told = letters([...textsOf(read.article), ...read.diagnostics.map(({ message }) => message)].join('\n'));
  // The heading of a part that has a place of its own is no word of the text.
  const lost = wordsIn(source.toString('utf8')).filter((word) => !told.includes(letters(word)) && !knownPart(word));
  expect(lost).toEqual([]);
});
