/** Which threads one wants to see, and in which order: as it stands in the address, and as it is applied. */
import { type BlockId, blockId } from '#article';
import type { AnnotationId, MemberId, Motivation } from '#seminar';
import { memberId } from '../ids.ts';
import type { Place } from './numbering.ts';
import type { ThreadView } from './threads.ts';

export interface Filter {
  /** I opened it, or wrote in it. */
  mine: boolean;
  unread: boolean;
  /** Questions that nobody has answered yet. */
  unanswered: boolean;
  /** Somebody wrote in it. */
  person: MemberId | undefined;
  tag: string | undefined;
  motivation: Motivation | undefined;
  section: BlockId | undefined;
}

export const noFilter: Filter = {
  ...{ mine: false, unread: false, unanswered: false },
  ...{ person: undefined, tag: undefined, motivation: undefined, section: undefined },
};

export const SORTS = ['place', 'newest', 'busiest', 'questions'] as const;
/** By their passages; the newest word first; the most words first; open questions first. */
export type Sort = (typeof SORTS)[number];

/** What a thread can be opened as. */
export const MOTIVATIONS: readonly Motivation[] = ['commenting', 'questioning', 'highlighting'];

/** The names in the address. */
const NAMES = {
  ...{ mine: 'mine', unread: 'unread', unanswered: 'unanswered' },
  ...{ person: 'person', tag: 'tag', motivation: 'kind', section: 'section' },
} as const satisfies Record<keyof Filter, string>;

/** What an address asks for; what it holds that is nothing of ours is left out. */
export function filterFrom(query: URLSearchParams): Filter {
  const value = (name: keyof Filter) => query.get(NAMES[name]) ?? undefined;
  const section = value('section');
  return {
    mine: query.has(NAMES.mine),
    unread: query.has(NAMES.unread),
    unanswered: query.has(NAMES.unanswered),
    person: memberId(value('person')),
    tag: value('tag') || undefined,
    motivation: MOTIVATIONS.find((known) => known === value('motivation')),
    section: section ? blockId(section) : undefined,
  };
}

export const sortFrom = (query: URLSearchParams): Sort => SORTS.find((sort) => sort === query.get('sort')) ?? 'place';

/** The same for the address; `undefined` takes it out. */
export function queryOf(change: Partial<Filter>): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(change).map(([name, value]) => [
      NAMES[name as keyof Filter],
      value === true ? '' : value === false ? undefined : value,
    ]),
  );
}

export const isFiltered = (filter: Filter): boolean => Object.values(filter).some((value) => value);

export interface FilterContext {
  places: ReadonlyMap<BlockId, Place>;
  /** The threads in which a member wrote something that is still there. */
  writtenBy(member: MemberId): ReadonlySet<AnnotationId>;
  me: MemberId;
}

export function matches(thread: ThreadView, filter: Filter, { places, writtenBy, me }: FilterContext): boolean {
  const { mine, unread, unanswered, person, tag, motivation, section } = filter;
  const block = thread.passages[0]?.block;
  return (
    (!mine || writtenBy(me).has(thread.id)) &&
    (!unread || thread.fresh > 0) &&
    (!unanswered || isOpenQuestion(thread)) &&
    (person === undefined || writtenBy(person).has(thread.id)) &&
    (tag === undefined || thread.tags.includes(tag)) &&
    (motivation === undefined || thread.motivation === motivation) &&
    (section === undefined || (block !== undefined && places.get(block)?.section === section))
  );
}

/** A question of the class that waits: neither answered, nor resolved, nor taken back. */
export const isOpenQuestion = ({ motivation, answered, resolved, deleted }: ThreadView): boolean =>
  motivation === 'questioning' && !answered && !resolved && !deleted;

/** In another order; those of a kind stay in the order of their passages. */
export function sorted(threads: readonly ThreadView[], sort: Sort): readonly ThreadView[] {
  switch (sort) {
    case 'place':
      return threads;
    case 'newest':
      return threads.toSorted((a, b) => b.latest.localeCompare(a.latest));
    case 'busiest':
      return threads.toSorted((a, b) => b.replies - a.replies);
    case 'questions':
      return threads.toSorted((a, b) => Number(isOpenQuestion(b)) - Number(isOpenQuestion(a)));
  }
}

/** What can be chosen: the tags that threads have, the most used first. */
export function tagsOf(threads: readonly ThreadView[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { tags } of threads) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts].sort(([a, n], [b, m]) => m - n || a.localeCompare(b)).map(([tag]) => tag);
}
