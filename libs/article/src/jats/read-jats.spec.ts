import type { Article, Block } from '../model.ts';
import { DEFAULT_READ_LIMITS } from '../read-limits.ts';
import { readJats } from './read-jats.ts';

const encode = (text: string) => new TextEncoder().encode(text);

async function read(body: string, { meta = '', back = '', before = '' } = {}) {
  const source = `<?xml version="1.0"?>${before}<article xmlns:xlink="http://www.w3.org/1999/xlink" xml:lang="en">
    <front><article-meta><title-group><article-title>On <italic>margins</italic></article-title></title-group>${meta}
    </article-meta></front><body>${body}</body><back>${back}</back></article>`;
  const result = await readJats(encode(source), DEFAULT_READ_LIMITS);
  if ('ok' in result) throw new Error(result.message);
  return { article: result.article, codes: result.diagnostics.map(({ code }) => code) };
}
const blocksOf = ({ sections }: Article): Block[] => sections.flatMap(({ blocks }) => blocks);
const typesOf = (article: Article) => blocksOf(article).map(({ type, text }) => [type, text]);

it('knows who wrote it, when, and under which terms', async () => {
  const { article } = await read('<p>Words.</p>', {
    meta: `<article-id pub-id-type="doi">10.5555/margins</article-id>
      <contrib-group>
        <contrib contrib-type="author"><contrib-id contrib-id-type="orcid">https://orcid.org/0000-0000-0000-000X</contrib-id>
          <name><surname>Quill</surname><given-names>Ottilie</given-names></name><email>quill@fallowmere.example</email>
          <xref ref-type="aff" rid="a1"/></contrib>
        <contrib contrib-type="editor"><name><surname>Somebody</surname></name></contrib>
        <aff id="a1"><label>1</label><institution>Fallowmere College</institution>, <country>Marl</country></aff>
      </contrib-group>
      <pub-date pub-type="epub"><day>3</day><month>2</month><year>2025</year></pub-date>
      <history><date date-type="received"><year>2024</year><month>11</month></date></history>
      <permissions><license xlink:href="https://creativecommons.org/licenses/by/4.0/"><license-p>CC BY 4.0</license-p></license></permissions>
      <abstract><title>Abstract</title><sec><title>Aims</title><p>In short.</p></sec></abstract>
      <kwd-group><kwd>margins</kwd><kwd>reading</kwd></kwd-group>`,
  });
  expect(article).toMatchObject({
    title: 'On margins',
    language: 'en',
    authors: [
      {
        name: 'Ottilie Quill',
        affiliation: 'Fallowmere College, Marl',
        email: 'quill@fallowmere.example',
        orcid: '0000-0000-0000-000X',
      },
    ],
    doi: '10.5555/margins',
    licence: 'CC BY 4.0',
    dates: [
      { event: 'received', date: '2024-11' },
      { event: 'published', date: '2025-02-03' },
    ],
    keywords: ['margins', 'reading'],
  });
  expect(article.abstract.map(({ text }) => text)).toEqual(['Aims', 'In short.']);
});

it('keeps every kind of block, also those that interrupt a paragraph', async () => {
  const { article, codes } = await read(`
    <sec><label>1.</label><title>Company</title>
      <p>A margin <bold>answers</bold>: <disp-quote><p>Write here.</p><attrib>Old inscription</attrib></disp-quote> and goes on.</p>
      <list list-type="order"><list-item><p>one</p><list><list-item><p>within</p></list-item></list></list-item></list>
      <verse-group><verse-line>A line</verse-line><verse-line>and another</verse-line></verse-group>
      <fig id="f1"><label>Figure 1</label><caption><title>A margin.</title><p>Drawn.</p></caption><graphic xlink:href="f1.png"/></fig>
      <table-wrap><label>Table 1</label><caption><p>Counts</p></caption><table><tr><th colspan="2">a</th></tr><tr><td>1</td><td>2</td></tr></table>
        <table-wrap-foot><fn><p>By hand.</p></fn></table-wrap-foot></table-wrap>
      <disp-formula><mml:math><mml:msup><mml:mi>x</mml:mi><mml:mn>2</mml:mn></mml:msup></mml:math></disp-formula>
      <boxed-text><p>In a box.</p></boxed-text>
      <sec><title>Below</title><p>See <xref ref-type="fig" rid="f1">Figure 1</xref>.</p></sec>
    </sec>`);
  expect(article.sections.map(({ title, level }) => [title, level])).toEqual([
    ['1. Company', 1],
    ['Below', 2],
  ]);
  expect(typesOf(article)).toEqual([
    ['paragraph', 'A margin answers:'],
    ['quotation', 'Write here.\nOld inscription'],
    ['paragraph', 'and goes on.'],
    ['list', 'one\nwithin'],
    ['verse', 'A line\nand another'],
    ['figure', 'Figure 1. A margin. Drawn.'],
    ['table', 'Table 1. Counts\na\n1\t2'],
    ['paragraph', 'By hand.'],
    ['formula', 'x2'],
    ['paragraph', 'In a box.'],
    ['paragraph', 'See Figure 1.'],
  ]);
  const blocks = blocksOf(article);
  expect(blocks[8]).toMatchObject({ mathml: expect.stringContaining('<msup><mi>x</mi><mn>2</mn></msup>') });
  expect(blocks[10]?.marks).toEqual([{ type: 'reference', start: 4, end: 12, target: blocks[5]?.id }]);
  expect(codes).toEqual(['read/image-left-out', 'jats/boxed-text-opened']);
});

it('ties notes and the bibliography to the text', async () => {
  const { article, codes } = await read(
    `<p>One<xref ref-type="fn" rid="n1"><sup>1</sup></xref>, two<fn id="n2"><label>2</label><p>Second.</p></fn>, three
     (<xref ref-type="bibr" rid="r1">Quill 2025</xref>), four<xref ref-type="fn" rid="gone">9</xref>.</p>`,
    {
      back: `<ack><p>Thanks.</p></ack><fn-group><fn id="n1"><label>1</label><p>First.</p></fn></fn-group>
        <ref-list><title>References</title><ref id="r1"><label>[1]</label><mixed-citation>Quill, <italic>Margins</italic>, 2025.</mixed-citation></ref></ref-list>`,
    },
  );
  expect(article.notes.map(({ label, text, place }) => [label, text, place])).toEqual([
    ['1', 'First.', 'end'],
    ['2', 'Second.', 'foot'],
  ]);
  const [block] = blocksOf(article);
  expect(block?.text).toBe('One, two, three (Quill 2025), four9.');
  expect(block?.notes).toEqual([
    { label: '1', at: 3 },
    { label: '2', at: 8 },
  ]);
  expect(article.references).toMatchObject([{ label: '1', text: 'Quill, Margins, 2025.' }]);
  expect(block?.marks).toContainEqual({ type: 'reference', start: 17, end: 27, target: article.references?.[0]?.id });
  expect(article.back.map(({ text }) => text)).toEqual(['Acknowledgements', 'Thanks.']);
  expect(codes).toEqual(['read/note-missing']);
});

it('knows the names of characters', async () => {
  expect(typesOf((await read('<p>caf&eacute; &amp;amp; &#8211;</p>')).article)).toEqual([
    ['paragraph', 'café &amp; –'],
  ]);
});

describe('what could do harm', () => {
  const codeOf = async (source: string) => {
    const result = await readJats(encode(source), DEFAULT_READ_LIMITS);
    return 'ok' in result ? result.code : 'read';
  };
  it.each([
    [
      'entities that unfold',
      '<!DOCTYPE article [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><article><body><p>&b;</p></body></article>',
      'article/damaged',
    ],
    [
      'an entity from outside',
      '<!DOCTYPE article [<!ENTITY a SYSTEM "file:///etc/passwd">]><article><body><p>&a;</p></body></article>',
      'article/damaged',
    ],
    ['elements within elements', `<article>${'<sec>'.repeat(100_000)}`, 'article/too-tangled'],
    ['a broken tag', '<article><body><p>Words.</body></article>', 'article/damaged'],
    ['another kind of XML', '<svg><text>Words</text></svg>', 'article/unsupported-format'],
  ])('%s is refused', async (_, source, code) => {
    expect(await codeOf(source)).toBe(code);
  });

  it('leaves no script and no address that runs', async () => {
    const { article } = await read(
      `<p><ext-link xlink:href="javascript:alert(1)">link</ext-link>
       <inline-formula><mml:math onclick="x()"><mml:mi href="javascript:x()">x</mml:mi><script>alert(1)</script></mml:math></inline-formula></p>`,
    );
    expect(JSON.stringify(article)).not.toMatch(/javascript|onclick|<script/);
  });
});
