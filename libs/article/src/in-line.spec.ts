/** No picture goes silently: it stands in its line, as a figure, or in a diagnostic. */
import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { picturesOf } from './in-line.ts';
import type { Article } from './model.ts';
import { type ReadArticle, readArticle } from './read-article.ts';

const png = new Uint8Array(readFileSync(new URL('../../../test/fixtures/articles/third/hand.png', import.meta.url)));

async function read(source: string | Uint8Array, withPicture = true): Promise<ReadArticle> {
  const files = withPicture ? new Map([['hand.png', png]]) : undefined;
  const result = await readArticle(source, { name: 'a', files });
  if (!result.ok) throw new Error(result.message);
  return result;
}

const blocksOf = ({ sections }: Article) => sections.flatMap(({ blocks }) => blocks);
const page = (body: string) =>
  `<!doctype html><title>T</title><main><h1>T</h1>${body}<p>The end of it, and it is a paragraph.</p></main>`;

const MADE = [
  ['HTML', page('<p>A mark <img src="hand.png" alt="a hand" height="16"> here.</p>')],
  ['Markdown', '# T\n\n## Part\n\nA mark ![a\nhand](hand.png) here.\n\nThe end of it.\n'],
  [
    'JATS',
    '<article xmlns:xlink="x"><body><p>A mark <inline-graphic xlink:href="hand.png"><alt-text>a hand</alt-text></inline-graphic> here.</p></body></article>',
  ],
] as const;

describe('a picture in a line', () => {
  it.each(MADE)('of %s stands where it stood, with its words for those who don’t see it', async (_, source) => {
    const { article, assets, diagnostics } = await read(source);
    const [block] = blocksOf(article);
    const asset = assets[0]?.hash;
    expect(block).toMatchObject({ type: 'paragraph', text: 'A mark a hand here.' });
    expect(block?.marks).toEqual([{ type: 'picture', start: 7, end: 13, image: { asset, alternative: 'a hand' } }]);
    expect(picturesOf(article)).toEqual([asset]);
    expect(diagnostics.filter(({ code }) => /image/.test(code))).toEqual([]);
  });

  it.each(MADE)('of %s leaves its words and a diagnostic where it did not come along', async (_, source) => {
    const { article, diagnostics } = await read(source, false);
    expect(blocksOf(article)[0]).toMatchObject({ text: 'A mark a hand here.', marks: [] });
    expect(diagnostics.filter(({ code }) => /image/.test(code))).toHaveLength(1);
  });

  it('of Word stands in its line where it is as small as a sign, and else beside the paragraph', async () => {
    const drawing = (height: number) =>
      `<w:r><w:drawing><wp:inline><wp:extent cx="9525" cy="${height * 9_525}"/><wp:docPr id="1" descr="a hand"/><a:blip r:embed="r1"/></wp:inline></w:drawing></w:r>`;
    const run = (words: string) => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`;
    const source = zipSync({
      'word/document.xml': strToU8(
        `<w:document xmlns:w="w" xmlns:wp="wp" xmlns:a="a" xmlns:r="r"><w:body><w:p>${run('A mark ')}${drawing(16)}${run(' here.')}</w:p><w:p>${run('Beside.')}${drawing(200)}</w:p><w:p>${drawing(16)}</w:p></w:body></w:document>`,
      ),
      'word/_rels/document.xml.rels': strToU8(
        '<Relationships><Relationship Id="r1" Type="image" Target="media/hand.png"/></Relationships>',
      ),
      'word/media/hand.png': png,
    });
    const { article } = await read(source);
    expect(blocksOf(article).map(({ type, text }) => [type, text])).toEqual([
      ['paragraph', 'A mark a hand here.'],
      ['figure', ''],
      ['paragraph', 'Beside.'],
      ['figure', ''],
    ]);
  });
});

it('takes formulas of other programs than Word for formulas, shown as their pictures', async () => {
  const object = (id: string) =>
    `<w:r><w:object><v:shape><v:imagedata r:id="${id}"/></v:shape><o:OLEObject ProgID="Equation.DSMT4"/></w:object></w:r>`;
  const source = zipSync({
    'word/document.xml': strToU8(
      `<w:document xmlns:w="w" xmlns:v="v" xmlns:o="o" xmlns:r="r"><w:body><w:p><w:r><w:t xml:space="preserve">If </w:t></w:r>${object('r1')}<w:r><w:t xml:space="preserve"> holds.</w:t></w:r></w:p><w:p>${object('r1')}</w:p><w:p>${object('gone')}</w:p></w:body></w:document>`,
    ),
    'word/_rels/document.xml.rels': strToU8(
      '<Relationships><Relationship Id="r1" Type="image" Target="media/hand.png"/></Relationships>',
    ),
    'word/media/hand.png': png,
  });
  const { article, diagnostics } = await read(source);
  expect(blocksOf(article)).toMatchObject([
    { type: 'paragraph', text: 'If □ holds.', marks: [{ type: 'formula', start: 3, end: 4, image: {} }] },
    { type: 'formula', text: '□', image: {} },
    { type: 'formula', text: '□' },
  ]);
  expect(diagnostics.filter(({ code }) => /image/.test(code)).map(({ saying }) => saying)).toEqual([
    'formula-picture-missing',
  ]);
});

it('says what is shown on a page and can’t be taken over, but nothing of icons', async () => {
  const { diagnostics } = await read(
    page(
      '<p>Words. <svg width="16"><path/></svg></p><figure><svg width="400" height="300"><text>A chart</text></svg><figcaption>C.</figcaption></figure><iframe src="https://film.example/1"></iframe>',
    ),
  );
  expect(diagnostics.map(({ message }) => message)).toEqual([
    'Left out the picture “A chart”: it is not a PNG, JPEG, GIF or WebP.',
    'Left out what is shown here from elsewhere “https://film.example/1”.',
  ]);
});

it('keeps pictures of cells, items and notes in their lines', async () => {
  const { article } = await read(
    page(
      '<table><tr><td><img src="hand.png"></td><td>1</td></tr></table><ul><li><figure><img src="hand.png"><figcaption>Hand.</figcaption></figure></li></ul>',
    ),
  );
  const [table, list] = blocksOf(article);
  expect(table).toMatchObject({ type: 'table', text: '□\t1', marks: [{ type: 'picture', start: 0, end: 1 }] });
  expect(list).toMatchObject({ type: 'list', text: '□\nHand.', marks: [{ type: 'picture' }] });
});

it('takes a tall picture out of its paragraph, and a formula that is a picture for a formula', async () => {
  const { article } = await read(
    page(
      '<p>Words <img src="hand.png" height="300"> go on.</p><p>If <img src="hand.png" name="Object1" align="absmiddle"> holds.</p><p><img src="hand.png" name="Object2" height="38"></p>',
    ),
  );
  expect(blocksOf(article).slice(0, 4)).toMatchObject([
    { type: 'paragraph', text: 'Words go on.' },
    { type: 'figure' },
    { type: 'paragraph', text: 'If □ holds.', marks: [{ type: 'formula', image: {} }] },
    { type: 'formula', image: {} },
  ]);
});
