/** What people do in Word without styles: it is read off the looks, and what was guessed is said. */
import { strToU8, zipSync } from 'fflate';
import type { Article, Block } from '../model.ts';
import { DEFAULT_READ_LIMITS } from '../read-limits.ts';
import { readDocx } from './read-docx.ts';

const NAMES = 'xmlns:w="w"';
const run = (text: string, looks = '') => `<w:r><w:rPr>${looks}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const p = (inside: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${inside}</w:p>`;
const movedIn = (text: string, more = '') => p(run(text), `<w:ind w:left="567"${more}/>`);
const MONO = '<w:rFonts w:ascii="Consolas"/>';
const LONG =
  'Words that run on as words do where nobody has anything in particular to say about them, and then some more. ';

async function read(body: string, parts: Record<string, string> = {}) {
  const all = { 'word/document.xml': `<w:document ${NAMES}><w:body>${body}</w:body></w:document>`, ...parts };
  const source = zipSync(Object.fromEntries(Object.entries(all).map(([path, text]) => [path, strToU8(text)])));
  const result = await readDocx(source, DEFAULT_READ_LIMITS);
  if ('ok' in result) throw new Error(result.message);
  return { article: result.article, codes: result.diagnostics.map(({ code }) => code) };
}
const blocksOf = ({ sections }: Article): Block[] => sections.flatMap(({ blocks }) => blocks);
const typesOf = (article: Article) => blocksOf(article).map(({ type, text }) => [type, text.slice(0, 30)]);

it('takes what is moved in for quoted, but not a bibliography nor a text that is moved in as a whole', async () => {
  const body = `${p(run(LONG))}${movedIn('She said so.')}${movedIn('Twice.')}${p(run(LONG))}${movedIn('Quill, O. Margins.', ' w:hanging="567"')}`;
  const { article, codes } = await read(body);
  expect(typesOf(article).map(([type]) => type)).toEqual(['paragraph', 'quotation', 'paragraph', 'paragraph']);
  expect(blocksOf(article)[1]?.text).toBe('She said so.\nTwice.');
  expect(codes).toEqual(['docx/quotation-guessed', 'docx/quotation-guessed']);
  const all = await read(`${movedIn(LONG)}${movedIn(LONG)}`);
  expect(typesOf(all.article).map(([type]) => type)).toEqual(['paragraph', 'paragraph']);
});

it('takes what is in the letters of a typewriter for a listing, with its space, unless all of the text is', async () => {
  const code = [run('if it:', MONO), run('\t  go()', MONO), '', run('end', MONO)];
  const lines = code.map((line) => p(line, line === '' ? `<w:rPr>${MONO}</w:rPr>` : '')).join('');
  const { article } = await read(`${p(run(LONG))}${lines}${p(run('See ') + run('go()', MONO) + run(' above.'))}`);
  expect(blocksOf(article).map(({ type, text }) => [type, text])).toEqual([
    ['paragraph', LONG.trim()],
    ['code', 'if it:\n\t  go()\n\nend'],
    ['paragraph', 'See go() above.'],
  ]);
  expect(blocksOf(article)[2]?.marks.map(({ type }) => type)).toEqual(['code']);
  const typescript = await read(`${p(run(LONG, MONO))}${p(run('Short.', MONO))}`);
  expect(typesOf(typescript.article).map(([type]) => type)).toEqual(['paragraph', 'paragraph']);
});

it('takes lines that were ended by hand for verse', async () => {
  const lines = ['One pot went walking', 'out of the door', 'and never a leg', 'did it have'];
  const { article } = await read(p(lines.map((line) => run(line)).join('<w:r><w:br/></w:r>')));
  expect(typesOf(article)).toEqual([['verse', lines.join('\n').slice(0, 30)]]);
});

const item = (text: string, list: number) =>
  p(run(text), `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr>`);
const NUMBERING = `<w:numbering ${NAMES}><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
  <w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>`;

it('puts items together that look like one list, counts on below a paragraph, and begins anew where that is said', async () => {
  const body = `${item('a', 2)}${item('b', 1)}${p(run('Between.'))}${item('c', 1)}${p(run('Again.'))}${item('d', 2)}`;
  const first = await read(body, { 'word/numbering.xml': NUMBERING });
  const lists = blocksOf(first.article).flatMap((block) => (block.type === 'list' ? [[block.text, block.first]] : []));
  expect(lists).toEqual([
    ['a\nb', undefined],
    ['c', 3],
    ['d', 4],
  ]);
  const anew = await read(`${item('a', 1)}${item('b', 2)}`, { 'word/numbering.xml': NUMBERING });
  expect(typesOf(anew.article)).toEqual([
    ['list', 'a'],
    ['list', 'b'],
  ]);
});

it('keeps notes that nothing refers to, and says so; those of deleted words go with them', async () => {
  const mark = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
  const notes = [1, 2, 3]
    .map((id) => `<w:footnote w:id="${id}"><w:p>${run(`Note ${id}.`)}</w:p></w:footnote>`)
    .join('');
  const { article, codes } = await read(p(`${run('Words.')}${mark(2)}<w:del>${mark(3)}</w:del>`), {
    'word/footnotes.xml': `<w:footnotes ${NAMES}>${notes}</w:footnotes>`,
  });
  expect(article.notes.map(({ label, text }) => [label, text])).toEqual([
    ['1', 'Note 2.'],
    ['2', 'Note 1.'],
  ]);
  expect(codes).toContain('read/note-unreferenced');
});
