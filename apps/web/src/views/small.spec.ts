import { BlockId } from '#article';
import { annotation, ExampleLog } from './example-seminar.ts';
import { excerptOf } from './excerpt.ts';
import { initialsOf } from './people.ts';
import { reuse } from './reuse.ts';
import { marginItems } from './stacks.ts';
import { threadsOf } from './threads.ts';
import { timelineOf } from './timeline.ts';
import { ago, weekdayOf, when } from './when.ts';

describe('an excerpt', () => {
  it.each([
    ['**Bold** and [a link](https://example.org) in `code`', 'Bold and a link in code'],
    ['> quoted\n\n- item _one_', 'quoted item one'],
    ['snake_case_name stays', 'snake_case_name stays'],
  ])('reads %j without its markup', (body, plain) => expect(excerptOf(body)).toBe(plain));

  it('ends at a word', () => expect(excerptOf('one two three', 9)).toBe('one two…'));
});

describe('initials', () => {
  it.each([
    ['Hildegard', 'HI'],
    ['Mary Wollstonecraft Shelley', 'MS'],
    ['  ', '?'],
    ['李白', '李白'],
  ])('of %j are %j', (name, initials) => expect(initialsOf(name)).toBe(initials));
});

describe('a moment', () => {
  const now = new Date(2026, 10, 24, 15, 0);
  it.each([
    [new Date(2026, 10, 24, 14, 2), '14:02'],
    [new Date(2026, 10, 23, 9, 5), 'Mon 09:05'],
    [new Date(2026, 10, 2, 9, 5), '2 Nov'],
    [new Date(2025, 10, 2, 9, 5), '2 Nov 2025'],
  ])('%s is written short', (date, short) => expect(when(date.toISOString(), now, 'en-GB')).toBe(short));
});

describe('how long ago', () => {
  const now = new Date(2026, 10, 24, 15, 0);
  it.each([
    [10, 'en-GB', 'now'],
    [5 * 60, 'en-GB', '5 minutes ago'],
    [26 * 3_600, 'de', 'gestern'],
    [3 * 86_400, 'fr', 'il y a 3 jours'],
    [400 * 86_400, 'es', 'el año pasado'],
  ])('%i seconds ago in %s: %s', (seconds, language, words) =>
    expect(ago(new Date(now.getTime() - seconds * 1000).toISOString(), now, language)).toBe(words),
  );
});

it('a day to come is written with its weekday', () =>
  expect(weekdayOf(new Date(2026, 11, 4, 18, 0).toISOString(), 'en-GB')).toBe('Fri 4 Dec'));

describe('the timeline', () => {
  it('spreads what was said over its bars', () => {
    const now = Date.UTC(2026, 0, 11);
    const days = [1, 1, 5, 10].map((day) => new Date(Date.UTC(2026, 0, day)).toISOString());
    expect(timelineOf(days, 5, now)).toEqual({ from: Date.UTC(2026, 0, 1), to: now, bars: [2, 0, 1, 0, 1] });
    expect(timelineOf([], 5, now)).toBeUndefined();
  });
});

describe('a crowded paragraph', () => {
  const log = new ExampleLog();
  for (let i = 1; i <= 50; i++) log.annotated(1, i, 'p1');
  const { placed } = threadsOf(log.input());

  it('shows a few threads and stacks the others', () => {
    const items = marginItems(placed, undefined);
    expect(items.map(({ kind }) => kind)).toEqual(['thread', 'thread', 'thread', 'thread', 'thread', 'stack']);
    expect(items.at(-1)).toMatchObject({ block: BlockId.parse('p1'), threads: { length: 45 } });
  });

  it('shows the open one among its neighbours', () => {
    const open = placed[30]?.id;
    const items = marginItems(placed, open);
    expect(items.map(({ kind }) => kind).join(' ')).toBe('stack thread thread thread thread thread stack');
    expect(items.some((item) => item.kind === 'thread' && item.thread.id === open)).toBe(true);
  });
});

describe('reuse', () => {
  it('keeps what did not change', () => {
    const was = [
      { id: 1, n: 1 },
      { id: 2, n: 1 },
    ];
    const now = reuse(
      was,
      [
        { id: 1, n: 1 },
        { id: 2, n: 2 },
      ],
      ({ id }) => id,
    );
    expect(now[0]).toBe(was[0]);
    expect(now[1]).toEqual({ id: 2, n: 2 });
    expect(
      reuse(
        was,
        [
          { id: 1, n: 1 },
          { id: 2, n: 1 },
        ],
        ({ id }) => id,
      ),
    ).toBe(was);
    expect(annotation(1)).not.toBe(annotation(2));
  });
});
