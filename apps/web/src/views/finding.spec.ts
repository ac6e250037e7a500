/** The list of all threads, the strip beside the text, and searching in what is held. */
import { BlockId } from '#article';
import { EVERYONE } from '#seminar';
import { annotation, article, articleId, ExampleLog, member, places } from './example-seminar.ts';
import { talkByBlock } from './heat.ts';
import { heatStrip } from './heat-strip.ts';
import { localSearch } from './local-search.ts';
import { outlineOf } from './outline.ts';
import { threadList } from './thread-list.ts';
import { threadsOf } from './threads.ts';

const titles = { abstract: 'Abstract', back: 'About', references: 'References', notes: 'Notes' };
const log = new ExampleLog()
  .annotated(1, 10, 'p1', 'commenting', 'Wörter am *Rand*')
  .annotated(2, 11, 'p3', 'questioning', 'Whose margin is it?')
  .replied(2, 12, 10)
  .annotated(1, 13, 'p2', 'commenting', 'Never mind.')
  .deleted(1, 13);
const { placed, orphans } = threadsOf(log.input(({ author }) => author === member(2)));
const outline = outlineOf(article, places, talkByBlock(placed), [], member(1), titles);
const list = (change: object = {}) =>
  threadList({ placed, orphans, places, outline, sort: 'place', within: '', nowhere: 'Gone', ...change }).map((item) =>
    item.kind === 'section' ? `${item.title} ${item.threads} ${item.fresh}` : item.thread.id,
  );

describe('the list of all threads', () => {
  it('goes by sections, with what is new in each', () => {
    expect(list()).toEqual(['One 1 1', annotation(10), 'Two 1 1', annotation(11)]);
  });
  it('has no sections in another order', () => {
    expect(list({ sort: 'questions' })).toEqual([annotation(11), annotation(10)]);
  });
  it('can be searched, in the words and in what they are about', () => {
    expect(list({ within: ' RAND ' })).toEqual(['One 1 1', annotation(10)]);
    expect(list({ within: 'nothing' })).toEqual([]);
  });
  it('ends with those whose passage is gone', () => {
    expect(list({ placed: [], orphans: placed.slice(0, 1) })).toEqual(['Gone 1 1', annotation(10)]);
  });
});

it('the strip shows where talk is, what is new and what waits', () => {
  const spans = new Map([
    ['p1', { top: 100, bottom: 150 }],
    ['p3', { top: 300, bottom: 400 }],
  ]);
  expect(heatStrip(talkByBlock(placed), spans, 400)).toEqual([
    { block: BlockId.parse('p1'), from: 0.25, to: 0.375, heat: 1, fresh: true, asked: false },
    { block: BlockId.parse('p3'), from: 0.75, to: 1, heat: 1, fresh: true, asked: true },
  ]);
  expect(heatStrip(talkByBlock(placed), spans, 0)).toEqual([]);
});

describe('searching in what is held', () => {
  const threads = new Map(placed.map((thread) => [thread.id, thread]));
  const input = { article: articleId, document: article, logs: [{ audience: EVERYONE, log: log.folded }], threads };
  const find = (typed: string, where?: 'text' | 'discussion') =>
    localSearch(typed, where, 10, { ...input, everyone: EVERYONE }).hits.map(({ said, block, fragments }) => [
      said?.annotation ?? block,
      fragments.map(({ text, hit }) => (hit ? `[${text}]` : text)).join(''),
    ]);

  it('finds words by their beginning, without their accents, in the text and in what was said', () => {
    expect(find('worter rand')).toEqual([[annotation(10), '[Wörter] am [Rand]']]);
    expect(find('margin')).toEqual([
      ['a1', 'A [margin] holds remarks.'],
      [annotation(11), 'Whose [margin] is it?'],
    ]);
    expect(find('margin', 'text')).toHaveLength(1);
    expect(find('margin', 'discussion')).toHaveLength(1);
  });
  it('finds nothing that was deleted, nothing of nothing, and minds no signs', () => {
    expect([find('never'), find(''), find('?*(['), find('argin')]).toEqual([[], [], [], []]);
  });
});
