import fc from 'fast-check';
import { readMarkdown } from './markdown/read-markdown.ts';
import { type Mending, mended, withMending } from './mending.ts';
import { Article, BlockId } from './model.ts';
import { passagesOf } from './passages.ts';

const reading = readMarkdown(
  '---\ntitle: T\nsubtitle: S\nauthor: [Ada]\nabstract: Short, but *true*.\n---\n\n# One\n\nA first[^1]. And more.\n\nA second.\n\n## Two\n\n- an item\n\nA third.\n\n[^1]: Note.\n',
);
if (!reading) throw new Error('too tangled');
const { article } = reading;
const [one, two] = article.sections.map(({ id }) => id);
const [first, second] = article.sections[0]?.blocks.map(({ id }) => id) ?? [];
if (!one || !two || !first || !second) throw new Error('Two sections, two blocks');
const textsOf = ({ sections }: Article) => sections.flatMap(({ blocks }) => blocks.map(({ text }) => text));

it('changes the front matter', () => {
  const authors = [{ name: 'Ada Quill', affiliation: 'Fallowmere' }, { name: ' ' }];
  const changed = mended(article, [
    { type: 'title', title: ' On margins ' },
    { type: 'subtitle', subtitle: '' },
    { type: 'authors', authors },
    { type: 'abstract', text: 'Short, but true.\n\nA second\nparagraph.\n\n\n' },
    { type: 'heading', section: two, title: 'Three' },
    { type: 'level', section: two, level: 1 },
  ]);
  expect(changed).toMatchObject({ title: 'On margins', authors: authors.slice(0, 1) });
  expect(changed.subtitle).toBeUndefined();
  expect(changed.abstract.map(({ text, marks }) => [text, marks.length])).toEqual([
    ['Short, but true.', 1],
    ['A second paragraph.', 0],
  ]);
  expect(changed.sections[1]).toMatchObject({ title: 'Three', level: 1 });
});

it('changes the text step by step, and one step less is as it was before', () => {
  const steps: Mending[] = [
    { type: 'merge', block: second },
    { type: 'split', block: first, at: 'A first.'.length },
    { type: 'drop', block: first },
  ];
  expect(textsOf(mended(article, steps))).toEqual(['And more. A second.', 'an item', 'A third.']);
  expect(textsOf(mended(article, steps.slice(0, 2)))).toEqual([
    'A first.',
    'And more. A second.',
    'an item',
    'A third.',
  ]);
  expect(mended(article, [])).toEqual(article);
});

it('counts what is typed letter by letter as one step', () => {
  let steps: Mending[] = [];
  for (const title of ['O', 'On', 'On m']) steps = withMending(steps, { type: 'title', title });
  steps = withMending(steps, { type: 'level', section: two, level: 3 });
  steps = withMending(steps, { type: 'level', section: two, level: 4 });
  steps = withMending(steps, { type: 'level', section: one, level: 2 });
  steps = withMending(steps, { type: 'drop', block: first });
  steps = withMending(steps, { type: 'drop', block: second });
  expect(steps.map(({ type }) => type)).toEqual(['title', 'level', 'level', 'drop', 'drop']);
});

it('leaves a sound article, whatever is asked', () => {
  const id = fc.constantFrom(one, two, first, second, BlockId.parse('nowhere'));
  const step = fc.oneof(
    fc.record({ type: fc.constantFrom('drop' as const, 'merge' as const), block: id }),
    fc.record({ type: fc.constant('split' as const), block: id, at: fc.nat(40) }),
    fc.record({ type: fc.constant('level' as const), section: id, level: fc.integer({ min: 1, max: 9 }) }),
    fc.record({ type: fc.constant('abstract' as const), text: fc.string() }),
    fc.record({ type: fc.constant('title' as const), title: fc.string() }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const changed = mended(article, steps);
      expect(Article.safeParse(changed).error).toBeUndefined();
      const blocks = [...changed.abstract, ...changed.sections.flatMap(({ blocks: own }) => own)];
      expect(new Set(blocks.map((block) => block.id)).size).toBe(blocks.length);
      expect(passagesOf(changed).size).toBeGreaterThan(0);
      for (const { text, marks, notes } of blocks) {
        for (const { start, end } of marks) expect(start < end && end <= text.length).toBe(true);
        for (const { at } of notes) expect(at).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: 200 },
  );
});
