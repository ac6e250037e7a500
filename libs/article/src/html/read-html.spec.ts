import type { Article, Block } from '../model.ts';
import { DEFAULT_READ_LIMITS } from '../read-limits.ts';
import { readHtml } from './read-html.ts';

const encode = (text: string) => new TextEncoder().encode(text);

async function read(html: string) {
  const result = await readHtml(encode(html), DEFAULT_READ_LIMITS);
  if ('ok' in result) throw new Error(result.message);
  const { article, diagnostics, assets = [] } = result;
  return { article, assets, codes: diagnostics.map(({ code }) => code), diagnostics };
}
const blocksOf = ({ sections }: Article): Block[] => sections.flatMap(({ blocks }) => blocks);
const typesOf = (article: Article) => blocksOf(article).map(({ type, text }) => [type, text]);
const PARAGRAPH = 'A margin is a place to answer back, and whoever answers there answers in company.';

it('finds the article on the page, and says what it left out', async () => {
  const { article, diagnostics } =
    await read(`<!doctype html><html lang="en"><head><title>On margins | Fallowmere Review</title>
    <meta name="citation_title" content="On margins"><meta name="citation_author" content="Quill, Ottilie">
    <meta name="citation_author_institution" content="Fallowmere College"><meta name="citation_doi" content="10.5555/margins">
    <style>p { color: red }</style></head><body>
    <header class="site-header"><a href="/">Fallowmere Review</a></header><nav><ul><li>Home</li><li>Issues</li></ul></nav>
    <div id="page"><div class="sidebar"><p>Most read this week: ${PARAGRAPH}</p></div>
    <div class="text"><h1>On margins</h1><p>${PARAGRAPH}</p><h2>Company</h2><p>${PARAGRAPH} Twice.</p>
    <div class="share">Share this</div></div></div>
    <script>alert(1)</script><footer>Imprint</footer></body></html>`);
  expect(article).toMatchObject({
    title: 'On margins',
    language: 'en',
    doi: '10.5555/margins',
    authors: [{ name: 'Ottilie Quill', affiliation: 'Fallowmere College' }],
  });
  expect(article.sections.map(({ title, level }) => [title, level])).toEqual([
    ['', 1],
    ['Company', 1],
  ]);
  expect(typesOf(article)).toEqual([
    ['paragraph', PARAGRAPH],
    ['paragraph', `${PARAGRAPH} Twice.`],
  ]);
  expect(diagnostics.map(({ message }) => message).join('\n')).toMatch(/Fallowmere Review[\s\S]*Home[\s\S]*Share this/);
  expect(JSON.stringify(article)).not.toMatch(/alert|Imprint|color: red/);
});

it('keeps every kind of block', async () => {
  const { article } =
    await read(`<article><h1>Margins</h1><p>One<br>two <b>bold</b>, <i>slanted</i>, H<sub>2</sub>O.</p>
    <ul><li>one<ul><li>within</li></ul></li></ul><ol start="3"><li>three</li></ol>
    <blockquote><p>Quoted.</p></blockquote><blockquote>A line<br>and another<br>and a third</blockquote>
    <pre><code class="language-ts">const a = 1;
  // kept</code></pre>
    <table><caption>Counts</caption><tr><th colspan="2">a</th></tr><tr><td>1</td><td>2</td></tr></table><hr>
    <p><math display="block"><msup><mi>x</mi><mn>2</mn></msup></math></p>
    <dl><dt>Margin</dt><dd>a place</dd></dl>Loose text.</article>`);
  expect(typesOf(article)).toEqual([
    ['paragraph', 'One\ntwo bold, slanted, H2O.'],
    ['list', 'one\nwithin'],
    ['list', 'three'],
    ['quotation', 'Quoted.'],
    ['verse', 'A line\nand another\nand a third'],
    ['code', 'const a = 1;\n  // kept'],
    ['table', 'Counts\na\n1\t2'],
    ['rule', ''],
    ['formula', 'x2'],
    ['list', 'Margin: a place'],
    ['paragraph', 'Loose text.'],
  ]);
  expect(blocksOf(article)[2]).toMatchObject({ ordered: true, first: 3 });
});

it.each([
  [
    'Pandoc',
    '<a href="#fn1" class="footnote-ref" id="r1" role="doc-noteref"><sup>1</sup></a>',
    '<section class="footnotes"><hr><ol><li id="fn1"><p>The note.<a href="#r1" role="doc-backlink">↩</a></p></li></ol></section>',
  ],
  [
    'LibreOffice',
    '<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>',
    '<div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>The note.</p></div>',
  ],
  [
    'Word',
    '<a href="#_ftn1" name="_ftnref1"><span class="MsoFootnoteReference">[1]</span></a>',
    '<div id="ftn1"><p><a href="#_ftnref1" name="_ftn1"><span>[1]</span></a> The note.</p></div>',
  ],
  [
    'an encyclopedia',
    '<sup id="cite_ref-1" class="reference"><a href="#cite_note-1">[1]</a></sup>',
    '<ol class="references"><li id="cite_note-1"><span class="mw-cite-backlink"><a href="#cite_ref-1">^</a></span> <span>The note.</span></li></ol>',
  ],
])('ties the notes that %s made to the text', async (_, mark, note) => {
  const { article } = await read(`<main><h1>T</h1><p>Words${mark} go on. ${PARAGRAPH}</p>${note}</main>`);
  expect(article.notes.map(({ label, text }) => [label, text])).toEqual([['1', 'The note.']]);
  expect(typesOf(article)).toEqual([['paragraph', `Words go on. ${PARAGRAPH}`]]);
  expect(blocksOf(article)[0]?.notes).toEqual([{ label: '1', at: 5 }]);
});

it('ties notes that stand where they are referred to, and entries to what they are called', async () => {
  const { article } =
    await read(`<article><h1>T</h1><p>Words<span id="footnote1" class="ltx_note ltx_role_footnote"><sup class="ltx_note_mark">1</sup><span class="ltx_note_outer"><span class="ltx_note_content"><sup class="ltx_note_mark">1</sup><span class="ltx_tag ltx_tag_note">1</span>The note.</span></span></span> go on,<span class="sidenote">In the margin.</span> and on. ${PARAGRAPH}</p>
    <h2>Part</h2><p>${PARAGRAPH}</p><h2>References</h2><ul><li><span>[Voss11]</span> <span>Voss, E. (1911).</span></li></ul></article>`);
  expect(article.notes.map(({ label, text }) => [label, text])).toEqual([
    ['1', 'The note.'],
    ['2', 'In the margin.'],
  ]);
  expect(blocksOf(article)[0]).toMatchObject({
    text: `Words go on, and on. ${PARAGRAPH}`,
    notes: [
      { label: '1', at: 5 },
      { label: '2', at: 12 },
    ],
  });
  expect(article.references).toMatchObject([{ label: 'Voss11', text: 'Voss, E. (1911).' }]);
});

it('takes pictures that came with the page, by their bytes', async () => {
  const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  const { article, assets, codes } = await read(`<main><h1>T</h1><p>${PARAGRAPH}</p>
    <figure><img src="data:image/gif;base64,${png}" alt="A dot"><figcaption>A dot, enlarged.</figcaption></figure>
    <figure><img src="data:image/png;base64,${btoa('<svg onload="alert(1)">')}"><figcaption>No picture.</figcaption></figure>
    <img src="https://elsewhere.example/p.png" alt="Elsewhere"></main>`);
  expect(assets).toHaveLength(1);
  expect(blocksOf(article).slice(1)).toMatchObject([
    { type: 'figure', text: 'A dot, enlarged.', image: { asset: assets[0]?.hash, alternative: 'A dot' } },
    { type: 'figure', text: 'No picture.' },
    { type: 'figure', text: 'Elsewhere' },
  ]);
  expect(new Set(codes)).toEqual(new Set(['read/image-left-out']));
});

it('leaves nothing that runs', async () => {
  const { article } = await read(`<main><h1>T</h1><p onclick="x()">${PARAGRAPH} <a href="javascript:alert(1)">link</a>
    <svg><script>alert(1)</script></svg><math><mi href="javascript:x()">x</mi><annotation-xml encoding="text/html"><img src=x onerror=alert(1)></annotation-xml></math></p>
    <iframe srcdoc="<script>alert(2)</script>"></iframe></main>`);
  expect(JSON.stringify(article)).not.toMatch(/javascript|onclick|onerror|script|srcdoc/);
});

it('refuses elements within elements, without taking long', async () => {
  const result = await readHtml(encode('<div>'.repeat(300_000)), DEFAULT_READ_LIMITS);
  expect(result).toMatchObject({ ok: false, code: 'article/too-tangled' });
});
