import { BlockId } from '#article';
import { annotation, ExampleLog, member, places } from './example-seminar.ts';
import { type Filter, filterFrom, isFiltered, matches, noFilter, queryOf, sorted, sortFrom, tagsOf } from './filter.ts';
import { threadsOf } from './threads.ts';
import { visibleThreads, writtenIn } from './visible.ts';

const log = new ExampleLog()
  .annotated(1, 10, 'p1')
  .annotated(2, 11, 'p3', 'questioning')
  .replied(3, 12, 10)
  .annotated(2, 13, 'p2', 'highlighting')
  .replied(1, 14, 11)
  .happened(2, {
    type: 'annotation.tagged',
    version: 1,
    data: { annotation: annotation(11), tags: ['method', 'key'] },
    personal: null,
  });
const isNew = ({ author, position }: { author: string; position: number }) => author !== member(1) && position > 2;
const threads = threadsOf(log.input(isNew));
const context = { places, writtenBy: writtenIn([log.folded]), me: member(1) };
const shownBy = (filter: Partial<Filter>) =>
  threads.placed.filter((thread) => matches(thread, { ...noFilter, ...filter }, context)).map(({ id }) => id);

describe('a filter', () => {
  it.each<[Partial<Filter>, number[]]>([
    [{}, [10, 13, 11]],
    [{ mine: true }, [10, 11]],
    [{ unread: true }, [10, 13]],
    [{ unanswered: true }, [11]],
    [{ person: member(3) }, [10]],
    [{ tag: 'key' }, [11]],
    [{ motivation: 'highlighting' }, [13]],
    [{ section: BlockId.parse('s2') }, [11]],
    [{ mine: true, section: BlockId.parse('s1') }, [10]],
  ])('%j', (filter, ids) => expect(shownBy(filter)).toEqual(ids.map(annotation)));

  it('stands in the address, and is read from it again', () => {
    const filter: Filter = {
      ...{ mine: true, unread: false, unanswered: true, person: member(3), tag: 'two words' },
      ...{ motivation: 'questioning', section: BlockId.parse('s2') },
    };
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(queryOf(filter))) if (value !== undefined) query.set(name, value);
    expect(filterFrom(new URLSearchParams(query.toString()))).toEqual(filter);
    expect(Object.values(queryOf(noFilter))).toEqual(Array(7).fill(undefined));
  });

  it('is none where the address holds nothing of ours', () => {
    const odd = new URLSearchParams('person=nobody&kind=constructor&tag=&section=&sort=sideways&x=1');
    expect(filterFrom(odd)).toEqual(noFilter);
    expect([isFiltered(filterFrom(odd)), sortFrom(odd)]).toEqual([false, 'place']);
  });

  it('offers the tags that there are', () => expect(tagsOf(threads.placed)).toEqual(['key', 'method']));
});

describe('an order', () => {
  it.each([
    ['place', [10, 13, 11]],
    ['newest', [11, 13, 10]],
    ['busiest', [10, 11, 13]],
    ['questions', [11, 10, 13]],
  ] as const)('%s', (sort, ids) =>
    expect(sorted(threads.placed, sort).map(({ id }) => id)).toEqual(ids.map(annotation)),
  );
});

describe('what is shown', () => {
  const unread = { ...noFilter, unread: true };
  const ids = ({ placed }: { placed: readonly { id: string }[] }) => placed.map(({ id }) => id);
  const read = threadsOf(log.input(() => false));

  it('keeps what was read while only what is unread was asked for, until something else is', () => {
    const before = visibleThreads(threads, unread, undefined, context);
    expect([ids(before), before.hidden]).toEqual([[10, 13].map(annotation), 1]);
    const after = visibleThreads(read, unread, undefined, context, before);
    expect(ids(after)).toEqual([10, 13].map(annotation));
    expect(ids(visibleThreads(read, { ...unread, mine: true }, undefined, context, after))).toEqual([]);
  });

  it('holds the open thread, whatever is asked for', () => {
    expect(ids(visibleThreads(read, unread, annotation(11), context))).toEqual([annotation(11)]);
  });

  it('is all there is where nothing is asked for', () => {
    const all = visibleThreads(threads, noFilter, undefined, context);
    expect([all.placed, all.hidden]).toEqual([threads.placed, 0]);
  });
});
