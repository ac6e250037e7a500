/** The smaller views, each a question to the same seminar. */
import { BlockId } from '#article';
import { conversationOf } from './conversation.ts';
import { annotation, article, ExampleLog, member, places } from './example-seminar.ts';
import { heatOf, talkByBlock } from './heat.ts';
import { highlightsOf, threadsAt } from './highlights.ts';
import { outlineOf } from './outline.ts';
import { sinceOf } from './since.ts';
import { threadsOf } from './threads.ts';

const titles = { abstract: 'Abstract', back: 'About', references: 'References', notes: 'Notes' };
const log = new ExampleLog()
  .annotated(1, 10, 'p1')
  .annotated(2, 11, 'p3', 'questioning')
  .replied(2, 12, 10)
  .replied(1, 13, 12);
const isNew = ({ author }: { author: string }) => author !== member(1);
const { placed } = threadsOf(log.input(isNew));

describe('the outline', () => {
  it('says how much was said where, how much is new, and who is there', () => {
    const here = [
      { member: member(2), section: 's2' },
      { member: member(1), section: 's1' },
    ];
    const outline = outlineOf(article, places, talkByBlock(placed), here, member(1), titles);
    expect(outline.map(({ title, said, fresh, share, here: there }) => [title, said, fresh, share, there])).toEqual([
      ['Abstract', 0, 0, 0, []],
      ['One', 3, 1, 1, []],
      ['Two', 1, 1, 1 / 3, [member(2)]],
      ['Notes', 0, 0, 0, []],
    ]);
  });
});

describe('heat', () => {
  it('grows with what is said at a paragraph', () => {
    expect([0, 1, 2, 3, 6, 7, 70].map(heatOf)).toEqual([0, 1, 1, 2, 2, 3, 3]);
    expect(talkByBlock(placed).get(BlockId.parse('p1'))).toMatchObject({ heat: 2, fresh: 1 });
  });
});

describe('highlights', () => {
  it('tell said from asked, and the open one from both', () => {
    expect(highlightsOf(placed, undefined, undefined).map(({ kind }) => kind)).toEqual(['said', 'asked']);
    expect(highlightsOf(placed, annotation(11), annotation(10)).map(({ kind }) => kind)).toEqual([
      'said',
      'near',
      'open-asked',
    ]);
  });

  it('find the threads at a place', () => {
    expect(threadsAt(placed, BlockId.parse('p1'), 3).map(({ id }) => id)).toEqual([annotation(10)]);
    expect(threadsAt(placed, BlockId.parse('p1'), 9)).toEqual([]);
  });
});

describe('a conversation', () => {
  it('reads each reply under what it answers', () => {
    const deep = new ExampleLog().annotated(1, 10, 'p1').replied(2, 11, 10).replied(1, 12, 10);
    deep.replied(1, 13, 11).replied(2, 14, 13).replied(1, 15, 14);
    const read = conversationOf(deep.folded, annotation(10));
    expect(read.map(({ annotation: { id }, indent }) => [id, indent])).toEqual([
      [annotation(10), 0],
      [annotation(11), 1],
      [annotation(13), 2],
      [annotation(14), 3],
      [annotation(15), 3],
      [annotation(12), 1],
    ]);
    expect(read[4]?.inReplyTo).toEqual({ id: annotation(14), author: member(2) });
  });
});

describe('since I was here', () => {
  it('sums up what others said, and what of it was to me', () => {
    expect(sinceOf(placed, places, log.folded, member(1), isNew)).toEqual({
      ...{ fresh: 2, sections: 2, toMe: 1, questions: 1 },
      first: annotation(10),
    });
    expect(sinceOf(threadsOf(log.input()).placed, places, log.folded, member(1), () => false)).toBeUndefined();
  });
});
