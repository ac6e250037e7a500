import fc from 'fast-check';
import { keepIds } from './keep-ids.ts';
import { readMarkdown } from './markdown/read-markdown.ts';
import type { Article } from './model.ts';
import { passagesOf } from './passages.ts';

function read(paragraphs: readonly string[]): Article {
  const reading = readMarkdown(`# Title\n\n## Part\n\n${paragraphs.join('\n\n')}\n`);
  if (!reading) throw new Error('too tangled');
  return reading.article;
}
const idsOf = ({ sections }: Article) => sections.flatMap(({ blocks }) => blocks.map(({ id }) => id));

const FIRST = 'A margin is a place to answer back, and whoever answers there answers in company.';
const SECOND = 'What is said there stays beside what it is about, however long the book is away.';
const THIRD = 'Nobody has ever been alone in a library book that was lent to more than one reader.';

describe('a revised version', () => {
  const before = read([FIRST, SECOND, THIRD]);
  const [first, second, third] = idsOf(before);

  it.each([
    ['with nothing changed', [FIRST, SECOND, THIRD], [first, second, third]],
    ['with a word changed', [FIRST, SECOND.replace('however', 'no matter how'), THIRD], [first, second, third]],
    ['with a paragraph taken out', [FIRST, THIRD], [first, third]],
    ['with paragraphs turned round', [THIRD, FIRST, SECOND], [third, first, second]],
    [
      'with a paragraph moved and a word changed',
      [THIRD.replace('ever', 'yet'), FIRST, SECOND],
      [third, first, second],
    ],
  ])('%s keeps the ids', (_, paragraphs, ids) => {
    expect(idsOf(keepIds(before, read(paragraphs)))).toEqual(ids);
  });

  it('keeps the id of the larger part where a paragraph was split', () => {
    const [head, tail] = [
      'What is said there stays beside what it is about,',
      'however long the book is away on its own.',
    ];
    const whole = read([FIRST, `${head} ${tail}`, THIRD]);
    const [, id] = idsOf(whole);
    const split = idsOf(keepIds(whole, read([FIRST, head, `Now ${tail}`, THIRD])));
    expect([split[0], split[1], split[3]]).toEqual([first, id, third]);
    expect(idsOf(whole)).not.toContain(split[2]);
  });

  it('keeps the id of the larger part where paragraphs were joined', () => {
    expect(idsOf(keepIds(before, read([`${FIRST} ${SECOND}`, THIRD])))).toEqual([expect.anything(), third]);
    const [joined] = idsOf(keepIds(before, read([`${FIRST} ${SECOND}`, THIRD])));
    expect([first, second]).toContain(joined);
  });

  it('gives a new id to what is new, even where it stands in the place of another', () => {
    const [one, fresh, two] = idsOf(
      keepIds(before, read([FIRST, 'Something else altogether stands here now.', THIRD])),
    );
    expect([one, two]).toEqual([first, third]);
    expect([first, second, third]).not.toContain(fresh);
  });

  it('follows a note whose number has changed, and what points to it', () => {
    const notes = '[^a]: Quill, *Margins*, is a long note with many words in it.\n';
    const old = read([`${FIRST}[^a]`, notes]);
    const next = keepIds(old, read([`New.[^b] ${FIRST}[^a]`, `${notes}[^b]: An altogether different remark.`]));
    expect(next.notes.map(({ id, label }) => [id, label])).toEqual([
      ['note-1-2', '1'],
      ['note-1', '2'],
    ]);
  });

  it('never gives one id twice, whatever was changed', () => {
    const words = fc.constantFrom('margin', 'reader', 'book', 'answer', 'company', 'library');
    const paragraph = fc.array(words, { minLength: 1, maxLength: 12 }).map((all) => all.join(' '));
    const version = fc.array(paragraph, { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(version, version, version, (one, two, three) => {
        let article = read(one);
        for (const next of [two, three]) {
          article = keepIds(article, read(next));
          expect(passagesOf(article).size).toBe(1 + idsOf(article).length);
        }
      }),
      { numRuns: 60 },
    );
  });
});
