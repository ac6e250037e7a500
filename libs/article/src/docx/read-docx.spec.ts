import { strToU8, zipSync } from 'fflate';
import type { Article, Block } from '../model.ts';
import { DEFAULT_READ_LIMITS } from '../read-limits.ts';
import { readDocx } from './read-docx.ts';

const NAMES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="r" xmlns:m="m" xmlns:v="v" xmlns:o="o"';
const rels = (...all: [id: string, type: string, target: string, mode?: string][]) =>
  `<Relationships>${all.map(([id, type, target, mode]) => `<Relationship Id="${id}" Type="http://x/${type}" Target="${target}"${mode ? ` TargetMode="${mode}"` : ''}/>`).join('')}</Relationships>`;
const styles = (...all: [id: string, name: string, more?: string][]) =>
  `<w:styles ${NAMES}>${all.map(([id, name, more = '']) => `<w:style w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`).join('')}</w:styles>`;

const STYLES = styles(
  ['Title', 'Title'],
  ['berschrift1', 'heading 1'],
  ['Mine', 'My heading', '<w:basedOn w:val="berschrift1"/>'],
  ['Quote', 'Quote'],
  ['Code', 'Source Code'],
  ['Caption', 'caption'],
);

/** A Word file with this body. */
function docx(body: string, parts: Record<string, string | Uint8Array> = {}): Uint8Array {
  const all: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': rels(['1', 'officeDocument', 'word/document.xml']),
    'word/document.xml': `<w:document ${NAMES}><w:body>${body}</w:body></w:document>`,
    'word/styles.xml': STYLES,
    ...parts,
  };
  return zipSync(
    Object.fromEntries(Object.entries(all).map(([path, it]) => [path, typeof it === 'string' ? strToU8(it) : it])),
  );
}

async function read(source: Uint8Array) {
  const result = await readDocx(source, DEFAULT_READ_LIMITS);
  if ('ok' in result) throw new Error(result.message);
  return { ...result, codes: result.diagnostics.map(({ code, place }) => [code, place]) };
}
const blocksOf = ({ sections }: Article): Block[] => sections.flatMap(({ blocks }) => blocks);
const typesOf = (article: Article) => blocksOf(article).map(({ type, text }) => [type, text]);

const run = (text: string, looks = '') => `<w:r><w:rPr>${looks}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const p = (inside: string, style?: string, more = '') =>
  `<w:p><w:pPr>${style ? `<w:pStyle w:val="${style}"/>` : ''}${more}</w:pPr>${inside}</w:p>`;
const item = (text: string, list: number, level = 0) =>
  p(run(text), undefined, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);

it('reads headings by their styles, in whatever language Word speaks', async () => {
  const { article } = await read(
    docx(
      [p(run('On margins'), 'Title'), p(run('Company'), 'berschrift1'), p(run('Words.')), p(run('More'), 'Mine')].join(
        '',
      ) + p(run('Words again.')),
    ),
  );
  expect(article.title).toBe('On margins');
  expect(article.sections.map(({ title, level }) => [title, level])).toEqual([
    ['Company', 1],
    ['More', 1],
  ]);
});

it('puts together lists, quotations, listings and captions', async () => {
  const numbering = `<w:numbering ${NAMES}>
    <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
    <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="4"/><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>`;
  const table = `<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${p(run('a'))}</w:tc></w:tr>
    <w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>${p(run('1'))}</w:tc><w:tc>${p(run('2'))}</w:tc></w:tr>
    <w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>${p('')}</w:tc><w:tc>${p(run('3'))}</w:tc></w:tr></w:tbl>`;
  const { article } = await read(
    docx(
      [
        p(run('T'), 'Title'),
        item('one', 1) + item('within', 1, 1) + item('two', 1) + item('four', 2),
        p(run('Quoted.'), 'Quote') + p(run('Still quoted.'), 'Quote'),
        p(run('a = 1'), 'Code') + p(run('b = 2'), 'Code'),
        p(run('Table 1. Counts'), 'Caption') + table,
        p('<w:r><w:pict><v:rect o:hr="t"/></w:pict></w:r>') + p(run('After.')),
      ].join(''),
      { 'word/numbering.xml': numbering },
    ),
  );
  expect(typesOf(article)).toEqual([
    ['list', 'one\nwithin\ntwo'],
    ['list', 'four'],
    ['quotation', 'Quoted.\nStill quoted.'],
    ['code', 'a = 1\nb = 2'],
    ['table', 'Table 1. Counts\na\n1\t2\n3'],
    ['rule', ''],
    ['paragraph', 'After.'],
  ]);
  const [bullets, numbers, , , counts] = blocksOf(article);
  expect(bullets).toMatchObject({ ordered: false, items: [{ level: 0 }, { level: 1 }, { level: 0 }] });
  expect(numbers).toMatchObject({ ordered: true, first: 4 });
  if (counts?.type !== 'table') throw new Error('A table');
  const cell = (it: { start: number; end: number }) => counts.text.slice(it.start, it.end);
  expect(counts.rows.map((row) => row.map(cell))).toEqual([['a'], ['1', '2'], ['3']]);
  expect(counts.rows[1]?.[0]).toMatchObject({ rows: 2 });
  expect(counts.rows[0]?.[0]).toMatchObject({ columns: 2, header: true });
});

it('reads looks, links, fields, formulas and what was changed', async () => {
  const field = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://b.example/" </w:instrText></w:r>
    <w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('field')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  const { article, codes } = await read(
    docx(
      p(run('T'), 'Title') +
        p(
          `${run('bold', '<w:b/>')} ${run(' not', '<w:b w:val="0"/>')}${run(' small', '<w:smallCaps/>')}${run('2', '<w:vertAlign w:val="superscript"/>')}
           <w:hyperlink r:id="l">${run(' link')}</w:hyperlink>${run(', ')}${field}<w:ins>${run(', new')}</w:ins><w:del><w:r><w:delText>, old</w:delText></w:r></w:del>
           <m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>n</m:t></m:r></m:den></m:f></m:oMath>`,
        ),
      { 'word/_rels/document.xml.rels': rels(['l', 'hyperlink', 'https://a.example/', 'External']) },
    ),
  );
  const [block] = blocksOf(article);
  expect(block?.text).toBe('bold not small2 link, field, new1n');
  expect(block?.marks.map(({ type, start, end, href }) => [type, block.text.slice(start, end), href])).toEqual([
    ['strong', 'bold', undefined],
    ['small-caps', ' small', undefined],
    ['superscript', '2', undefined],
    ['link', ' link', 'https://a.example/'],
    ['link', 'field', 'https://b.example/'],
    ['formula', '1n', undefined],
  ]);
  expect(block?.marks.at(-1)?.mathml).toContain('<mfrac><mrow><mn>1</mn></mrow><mrow><mi>n</mi></mrow></mfrac>');
  expect(codes).toEqual([['docx/tracked-change', { paragraph: 2 }]]);
});

it('ties footnotes and endnotes, numbered as Word does', async () => {
  const note = (kind: string, id: number, text: string) =>
    `<w:${kind} w:id="${id}">${p(`<w:r><w:${kind}Ref/></w:r>${run(` ${text}`)}`)}</w:${kind}>`;
  const { article } = await read(
    docx(
      p(run('T'), 'Title') +
        p(
          `${run('One')}<w:r><w:footnoteReference w:id="7"/></w:r>${run(', two')}<w:r><w:endnoteReference w:id="2"/></w:r>${run(', three')}<w:r><w:footnoteReference w:id="3"/></w:r>`,
        ),
      {
        'word/footnotes.xml': `<w:footnotes ${NAMES}><w:footnote w:type="separator" w:id="-1"/>${note('footnote', 3, 'Third.')}${note('footnote', 7, 'First.')}</w:footnotes>`,
        'word/endnotes.xml': `<w:endnotes ${NAMES}>${note('endnote', 2, 'Second.')}</w:endnotes>`,
      },
    ),
  );
  expect(article.notes.map(({ label, text, place }) => [label, text, place])).toEqual([
    ['1', 'First.', 'foot'],
    ['i', 'Second.', 'end'],
    ['2', 'Third.', 'foot'],
  ]);
  expect(blocksOf(article)[0]).toMatchObject({
    text: 'One, two, three',
    notes: [
      { label: '1', at: 3 },
      { label: 'i', at: 8 },
      { label: '2', at: 15 },
    ],
  });
});

it('guesses headings where there are none, and says so', async () => {
  const { article, codes } = await read(docx(p(run('T'), 'Title') + p(run('Company', '<w:b/>')) + p(run('Words.'))));
  expect(article.sections.map(({ title }) => title)).toEqual(['Company']);
  expect(codes).toEqual([['docx/heading-guessed', { paragraph: 2 }]]);
});

describe('what could do harm', () => {
  const codeOf = async (source: Uint8Array, limits = {}) => {
    const result = await readDocx(source, { ...DEFAULT_READ_LIMITS, ...limits });
    return 'ok' in result ? result.code : 'read';
  };
  const words = p(run('Words.'));
  it('a file that unpacks to far more than it is', async () => {
    const bomb = docx(words, { 'word/media/a.png': new Uint8Array(50 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await codeOf(bomb)).toBe('article/unsafe-archive');
  });
  it('more files, or more bytes, than are opened', async () => {
    expect(await codeOf(docx(words), { archiveEntries: 3 })).toBe('article/unsafe-archive');
    expect(await codeOf(docx(words), { archiveBytes: 300 })).toBe('article/unsafe-archive');
  });
  it.each(['../escape.xml', '/etc/passwd', 'word/..\\x', 'C:/x'])('a path that leads out: %s', async (path) => {
    expect(await codeOf(docx(words, { [path]: 'x' }))).toBe('article/unsafe-archive');
  });
  it('a file cut short, or another kind of document', async () => {
    expect(await codeOf(docx(words).subarray(0, 300))).toBe('article/damaged');
    expect(await codeOf(zipSync({ '_rels/.rels': strToU8('<Relationships/>') }))).toBe('article/damaged');
  });
  it('entities in a part', async () => {
    const part =
      '<!DOCTYPE w [<!ENTITY a "aaa">]><w:document><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>';
    expect(await codeOf(docx('', { 'word/document.xml': part }))).toBe('article/damaged');
  });
});
