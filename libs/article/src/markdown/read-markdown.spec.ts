import { readFileSync } from 'node:fs';
import type { Article, Block } from '../model.ts';
import { readMarkdown } from './read-markdown.ts';

function read(source: string): { article: Article; codes: string[] } {
  const result = readMarkdown(source);
  if (!result) throw new Error('too tangled');
  return { article: result.article, codes: result.diagnostics.map(({ code }) => code) };
}
const body = (markdown: string): Block[] =>
  read(`# Title\n\n${markdown}\n`).article.sections.flatMap(({ blocks }) => blocks);
const marked = ({ text, marks }: Block) => marks.map(({ type, start, end }) => `${type}: ${text.slice(start, end)}`);

describe('the front matter', () => {
  it('says who wrote what', () => {
    const { article, codes } = read(
      [
        '---',
        'title: On margins',
        'subtitle: And what they are for',
        'author:',
        '  - name: Ottilie Quill',
        '    affiliation: Fallowmere College',
        '    email: quill@fallowmere.example',
        '  - Bram Winterbourne',
        'date: 2025-09-15',
        'doi: https://doi.org/10.5555/margins',
        'license: CC BY 4.0',
        'lang: en-GB',
        'keywords: margins; reading',
        'abstract: |',
        '  The *first* paragraph.',
        '',
        '  The second.',
        'layout: post',
        '---',
        'A paragraph.',
      ].join('\n'),
    );
    expect(article).toMatchObject({
      title: 'On margins',
      subtitle: 'And what they are for',
      authors: [
        { name: 'Ottilie Quill', affiliation: 'Fallowmere College', email: 'quill@fallowmere.example' },
        { name: 'Bram Winterbourne' },
      ],
      history: '2025-09-15',
      doi: '10.5555/margins',
      licence: 'CC BY 4.0',
      language: 'en-GB',
      keywords: ['margins', 'reading'],
      abstract: [{ text: 'The first paragraph.' }, { text: 'The second.' }],
    });
    expect(codes).toEqual([]);
  });

  it('that can’t be read is left out with a word', () => {
    expect(read('---\ntitle: a: b\n---\n\n# Title\n\nWords.').codes).toEqual(['markdown/front-matter-unreadable']);
    const odd = read('---\ntitle: { a: 1 }\nlang: 12 monkeys\n---\n\n# Title\n\nWords.');
    expect(odd.codes).toEqual(['markdown/front-matter-ignored', 'markdown/front-matter-ignored']);
    expect(odd.article.title).toBe('Title');
  });

  it('is not what unfolds into a large thing', () => {
    const bomb = [
      'a: &a [x,x]',
      ...'bcdefghijklmnop'.split('').map((c, n) => `${c}: &${c} [${Array(9).fill(`*${'abcdefghijklmnop'[n]}`)}]`),
    ];
    expect(read(`---\n${bomb.join('\n')}\n---\n\n# Title\n\nWords.`).codes).toEqual([
      'markdown/front-matter-unreadable',
    ]);
  });
});

describe('the title', () => {
  it.each([
    ['# The title\n\nWords.\n\n## Part', 'The title', ['', 'Part']],
    ['---\ntitle: The title\n---\n\nWords.\n\n# Part', 'The title', ['', 'Part']],
    ['---\ntitle: The title\n---\n\n# The title\n\nWords.\n\n## Part', 'The title', ['', 'Part']],
    ['# One\n\nWords.\n\n# Two\n\nWords.', '', ['One', 'Two']],
    ['Words alone.', '', ['']],
  ])('of %j is %j, empty where it has none', (source, title, sections) => {
    const { article } = read(source);
    expect(article.title).toBe(title);
    expect(article.sections.map((section) => section.title)).toEqual(sections);
  });
});

describe('sections', () => {
  it('nest as their headings do, from level 1', () => {
    const { article } = read('# Title\n\n### A\n\nWords.\n\n#### A.a\n\nWords.\n\n### B\n\nWords.');
    expect(article.sections.map(({ id, title, level }) => [id, title, level])).toEqual([
      ['a', 'A', 1],
      ['a-a', 'A.a', 2],
      ['b', 'B', 1],
    ]);
  });

  it('with a well-known title go where they belong', () => {
    const { article } = read(
      '# Title\n\n## Abstract\n\nIn short.\n\n## Keywords\n\nmargins, reading\n\n## Words\n\nWords.\n\n## Acknowledgements\n\nThanks.',
    );
    expect(article.abstract.map(({ text }) => text)).toEqual(['In short.']);
    expect(article.keywords).toEqual(['margins', 'reading']);
    expect(article.sections.map(({ title }) => title)).toEqual(['Words']);
    expect(article.back.map(({ text }) => text)).toEqual(['Acknowledgements', 'Thanks.']);
  });
});

describe('blocks', () => {
  it('keep markup as marks over plain text', () => {
    const [block] = body(
      'Plain, *slanted with **bold** in it*, `code`, ~~gone~~ and [a link](https://example.org), H<sub>2</sub>O.',
    );
    expect(block?.text).toBe('Plain, slanted with bold in it, code, gone and a link, H2O.');
    expect(block && marked(block).sort()).toEqual([
      'code: code',
      'emphasis: slanted with bold in it',
      'link: a link',
      'strikethrough: gone',
      'strong: bold',
      'subscript: 2',
    ]);
  });

  it('are of the kind that they were written as', () => {
    const types = body(
      'Words.\n\n> Quoted.\n\n```ts\nconst a = 1;\n```\n\n- one\n- two\n\n| a | b |\n| - | - |\n| 1 | 2 |',
    ).map(({ type }) => type);
    expect(types).toEqual(['paragraph', 'quotation', 'code', 'list', 'table']);
  });

  it('have items and cells as spans of their text', () => {
    const [list, table] = body('1. one\n   - within\n2. two\n\n| a | b |\n| - | - |\n| 1 | *2* |');
    if (list?.type !== 'list' || table?.type !== 'table') throw new Error('A list and a table');
    expect(list.items.map(({ start, end, level }) => [list.text.slice(start, end), level])).toEqual([
      ['one', 0],
      ['within', 1],
      ['two', 0],
    ]);
    expect(
      table.rows.map((row) => row.map(({ start, end, header }) => [table.text.slice(start, end), header])),
    ).toEqual([
      [
        ['a', true],
        ['b', true],
      ],
      [
        ['1', false],
        ['2', false],
      ],
    ]);
    expect(marked(table)).toEqual(['emphasis: 2']);
  });
});

describe('footnotes', () => {
  it('are numbered by the order of their references, wherever they stand', () => {
    const { article, codes } = read('# Title\n\nFirst[^b] and second[^a].\n\n[^a]: The second.\n[^b]: The first.\n');
    expect(article.notes.map(({ label, text }) => [label, text])).toEqual([
      ['1', 'The first.'],
      ['2', 'The second.'],
    ]);
    expect(article.sections[0]?.blocks[0]).toMatchObject({
      text: 'First and second.',
      notes: [
        { label: '1', at: 5 },
        { label: '2', at: 16 },
      ],
    });
    expect(codes).toEqual([]);
  });

  it('may have paragraphs, and may be referred to by notes or not at all', () => {
    const { article, codes } = read(
      '# Title\n\nWords[^1].\n\n[^1]: One.\n\n    Two.[^2]\n\n[^2]: Three.\n[^9]: Nobody.\n',
    );
    expect(article.notes.map(({ label, text }) => [label, text])).toEqual([
      ['1', 'One.\nTwo.'],
      ['2', 'Three.'],
      ['3', 'Nobody.'],
    ]);
    expect(codes).toEqual(['markdown/note-renumbered', 'read/note-unreferenced']);
  });

  it('of a heading go to the text below it', () => {
    const { article, codes } = read('# Title\n\n## Part[^1]\n\nWords.\n\n[^1]: Note.\n');
    expect(article.sections[0]).toMatchObject({
      title: 'Part',
      blocks: [{ text: 'Words.', notes: [{ label: '1', at: 0 }] }],
    });
    expect(codes).toEqual(['read/reference-moved']);
  });
});

it('leaves out what could do harm, and says so', () => {
  const { article, codes } = read(
    '# Title\n\nA <b onclick="x">b</b> ![picture](https://example.org/p.png) [link](javascript:alert(1)).\n\n<script>alert(1)</script>\n\nWords.',
  );
  expect(JSON.stringify(article)).not.toMatch(/onclick|script>|javascript:|p\.png/);
  expect(new Set(codes)).toEqual(new Set(['markdown/html-dropped', 'markdown/image-dropped', 'markdown/link-dropped']));
});

it('reads the article of the demo', () => {
  const source = readFileSync(new URL('../../../../apps/cli/src/demo/article.md', import.meta.url), 'utf8');
  const { article, codes } = read(source);
  expect(codes).toEqual([]);
  expect(article.sections.map(({ title }) => title)).toEqual([
    'A page with room on it',
    'The remark and its passage',
    'When the text moves',
    'What silence says',
    'What a record is good for',
    'Four rules for a shared margin',
  ]);
  expect(article.sections.flatMap(({ blocks }) => blocks).map(({ type }) => type)).toContain('table');
  expect(article.notes.length).toBeGreaterThan(5);
});
