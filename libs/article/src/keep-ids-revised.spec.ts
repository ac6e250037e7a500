/** A revision as an author makes one: sentences changed, paragraphs split and joined, a section moved, some new, some gone. */
import { readFileSync } from 'node:fs';
import { keepIds } from './keep-ids.ts';
import type { Article, BlockId } from './model.ts';
import { readArticle } from './read-article.ts';

const folder = new URL('../../../test/fixtures/articles/held-out/', import.meta.url);

async function read(file: string): Promise<Article> {
  const result = await readArticle(readFileSync(new URL(file, folder)), { name: file });
  if (!result.ok) throw new Error(result.message);
  return result.article;
}

type Passages = readonly (readonly [id: BlockId, text: string])[];
const passagesOf = ({ abstract, sections, back, notes, references = [] }: Article): Passages => [
  ...sections.map(({ id, title }) => [id, title] as const),
  ...[...abstract, ...sections.flatMap(({ blocks }) => blocks), ...back].map(({ id, text }) => [id, text] as const),
  ...[...notes, ...references].map(({ id, text }) => [id, text] as const),
];

/** How each that was changed begins, before and after; where it was split, which half is the larger. */
const CHANGED: readonly (readonly [before: string, after: string])[] = [
  ['The ledger as a room', 'The ledger is a room'],
  ['So begins the oldest', 'So begins the oldest'],
  ['Three habits can be told apart. They overlap:', 'Three habits can be told apart. They overlap, and'],
  ['The third hand is our subject', 'The third hand is our subject'],
  ['We call a remark answered', 'We call a remark answered'],
  ['Nine and nine is eighteen', 'Nine and nine is eighteen'],
  // Its other half was joined to the paragraph above it.
  ['The potters’ guild dated', 'Between them lie some'],
  ['Weber wrote that', 'Weber wrote that'],
  ['The beetle is drawn 311', 'The beetle is drawn 311'],
];
const NEW = ['Nobody had counted them before us', 'The share of remarks that were heard is'];
const GONE = ['The guild’s clerk copied'];

const [first, second] = [await read('manuscript.md'), await read('revised.md')];
const revised = passagesOf(keepIds(first, second));
const before = passagesOf(first);
const beginning = (passages: Passages, words: string): BlockId | undefined =>
  passages.find(([, text]) => text.startsWith(words))?.[0];

it('keeps the ids of what stayed, also of what was moved', () => {
  const same = before.filter(([, text]) => revised.some(([, other]) => other === text));
  expect(same.length).toBeGreaterThan(30);
  for (const [id, text] of same) expect([text, revised.find(([, other]) => other === text)?.[0]]).toEqual([text, id]);
});

it.each(CHANGED)('keeps the id of what was changed: %s', (old, now) => {
  expect(beginning(revised, now)).toBe(beginning(before, old));
});

it.each(NEW)('gives an id of its own to what is new: %s', (words) => {
  const id = beginning(revised, words);
  expect(before.map(([known]) => known)).not.toContain(id);
});

it.each(GONE)('gives to nothing else the id of what is gone: %s', (words) => {
  expect(revised.map(([known]) => known)).not.toContain(beginning(before, words));
});
