/** What must hold of whatever a reader answers, and ways to damage a file, for properties over bytes. */
import fc from 'fast-check';
import { Article, type Block, placeInWords, type ReadArticle } from '#article';

const proses = (article: Article): Pick<Block, 'text' | 'marks' | 'notes' | 'id'>[] => [
  ...article.abstract,
  ...article.sections.flatMap(({ blocks }) => blocks),
  ...article.back,
  ...article.notes,
  ...(article.references ?? []),
];

/** Everything that others rely on. */
export function expectSound({ article, diagnostics }: ReadArticle): void {
  expect(Article.safeParse(article).error).toBeUndefined();
  const all = proses(article);
  const ids = [...all, ...article.sections].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const labels = new Set(article.notes.map(({ label }) => label));
  for (const { text, marks, notes } of all) {
    for (const { start, end } of marks) expect(start < end && end <= text.length).toBe(true);
    for (const { label, at } of notes) expect(labels.has(label) && at <= text.length).toBe(true);
    for (const { type, target } of marks) if (type === 'reference') expect(ids).toContain(target);
  }
  for (const { place, message } of diagnostics) expect(placeInWords(place) !== '' && message !== '').toBe(true);
}

/** The file, cut short somewhere. */
export const cutShort = (source: Uint8Array): fc.Arbitrary<Uint8Array> =>
  fc.nat(source.length).map((length) => source.slice(0, length));

/** The file with up to twenty of its bits turned. */
export const withBitsTurned = (source: Uint8Array): fc.Arbitrary<Uint8Array> =>
  fc.array(fc.tuple(fc.nat(source.length - 1), fc.nat(7)), { minLength: 1, maxLength: 20 }).map((all) => {
    const damaged = Uint8Array.from(source);
    for (const [at, bit] of all) damaged[at] = (damaged[at] ?? 0) ^ (1 << bit);
    return damaged;
  });
