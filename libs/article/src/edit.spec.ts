import { dropBlock, mergeWithPrevious, setLevel, splitBlock } from './edit.ts';
import { readMarkdown } from './markdown/read-markdown.ts';
import { type Article, BlockId } from './model.ts';

const reading = readMarkdown(
  '# T\n\n## Part\n\nOne *two* three[^1]. Four **five**.\n\nSix.\n\n- seven\n\n[^1]: Note.\n',
);
if (!reading) throw new Error('too tangled');
const { article } = reading;
const blocksOf = ({ sections }: Article) => sections.flatMap(({ blocks }) => blocks);
const textsOf = (it: Article) => blocksOf(it).map(({ text }) => text);
const [first, second, list] = blocksOf(article).map(({ id }) => id);
if (!first || !second || !list) throw new Error('Three blocks');

it('drops a block', () => {
  expect(textsOf(dropBlock(article, second))).toEqual(['One two three. Four five.', 'seven']);
});

it('cuts a paragraph, and joins it again as it was', () => {
  const split = splitBlock(article, first, 'One two three.'.length);
  expect(textsOf(split)).toEqual(['One two three.', 'Four five.', 'Six.', 'seven']);
  const [one, two] = blocksOf(split);
  expect(one).toMatchObject({ id: first, marks: [{ type: 'emphasis', start: 4, end: 7 }], notes: [{ at: 13 }] });
  expect(two).toMatchObject({ marks: [{ type: 'strong', start: 5, end: 9 }], notes: [] });
  expect(mergeWithPrevious(split, two?.id ?? first)).toEqual(article);
});

it('leaves alone what can’t be cut or joined', () => {
  expect(splitBlock(article, first, 0)).toEqual(article);
  expect(splitBlock(article, list, 2)).toEqual(article);
  expect(mergeWithPrevious(article, first)).toEqual(article);
  expect(mergeWithPrevious(article, list)).toEqual(article);
});

it('sets the level of a heading, within bounds', () => {
  const section = article.sections[0]?.id ?? BlockId.parse('none');
  expect([3, 0, 12].map((level) => setLevel(article, section, level).sections[0]?.level)).toEqual([3, 1, 9]);
});
