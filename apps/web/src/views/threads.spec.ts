import { BlockId } from '#article';
import { annotation, ExampleLog, member, passages } from './example-seminar.ts';
import { threadsOf } from './threads.ts';

describe('the threads of an article', () => {
  it('stand in the order of their passages, with their replies counted', () => {
    const log = new ExampleLog().annotated(1, 10, 'p3').annotated(2, 11, 'p1').replied(1, 12, 11).replied(2, 13, 12);
    const { placed } = threadsOf(log.input());
    expect(placed.map(({ id, replies, excerpt }) => [id, replies, excerpt])).toEqual([
      [annotation(11), 2, 'Words 11'],
      [annotation(10), 0, 'Words 10'],
    ]);
  });

  it('count what is new', () => {
    const log = new ExampleLog().annotated(1, 10, 'p1').replied(2, 11, 10).replied(1, 12, 10);
    const { placed } = threadsOf(log.input(({ author, position }) => author !== member(1) && position > 1));
    expect(placed[0]).toMatchObject({ fresh: 1, newest: 3 });
  });

  it('leave out a tombstone that nobody answered, and keep one that was', () => {
    const log = new ExampleLog().annotated(1, 10, 'p1').annotated(1, 11, 'p1').replied(2, 12, 11);
    const { placed } = threadsOf(log.deleted(1, 10).deleted(1, 11).input());
    expect(placed.map(({ id, deleted, excerpt }) => [id, deleted, excerpt])).toEqual([[annotation(11), true, '']]);
  });

  it('are orphans where the passage is gone', () => {
    const log = new ExampleLog().annotated(1, 10, 'p1').annotated(1, 11, 'p3');
    const newer = new Map(passages).set(BlockId.parse('p1'), 'Rewritten from top to bottom.');
    const { placed, orphans } = threadsOf(log.input(undefined, newer));
    expect(placed.map(({ id }) => id)).toEqual([annotation(11)]);
    expect(orphans.map(({ id }) => id)).toEqual([annotation(10)]);
  });
});
