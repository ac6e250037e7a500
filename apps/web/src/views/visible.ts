/** The threads that the filter lets through. What is read while it shows only what is unread stays, until the filter changes. */
import type { AnnotationId, Folded, MemberId } from '#seminar';
import { type Filter, type FilterContext, isFiltered, matches } from './filter.ts';
import { sameItems } from './reuse.ts';
import type { Threads, ThreadView } from './threads.ts';

export interface Visible extends Threads {
  filter: Filter;
  /** How many threads are not shown. */
  hidden: number;
  /** Those that have been let through since the filter was set. */
  seen: ReadonlySet<AnnotationId>;
}

export function visibleThreads(
  threads: Threads,
  filter: Filter,
  open: AnnotationId | undefined,
  context: FilterContext,
  was?: Visible,
): Visible {
  if (!isFiltered(filter)) return { ...threads, filter, hidden: 0, seen: NONE };
  const before = was && sameFilter(was.filter, filter) ? was.seen : NONE;
  // Only being read takes a thread out by itself; whatever else changes about it was done on purpose.
  const once = filter.unread ? { ...filter, unread: false } : undefined;
  const shows = (thread: ThreadView) =>
    thread.id === open ||
    matches(thread, filter, context) ||
    (once !== undefined && before.has(thread.id) && matches(thread, once, context));
  const placed = threads.placed.filter(shows);
  const orphans = threads.orphans.filter(shows);
  const shown = [...placed, ...orphans].map(({ id }) => id);
  const isSame = shown.length === before.size && shown.every((id) => before.has(id));
  return {
    ...{ placed: sameItems(was?.placed, placed), orphans: sameItems(was?.orphans, orphans), filter },
    hidden: threads.placed.length + threads.orphans.length - shown.length,
    seen: isSame ? before : new Set(shown),
  };
}

const NONE: ReadonlySet<AnnotationId> = new Set();

const sameFilter = (a: Filter, b: Filter): boolean =>
  (Object.keys(a) as (keyof Filter)[]).every((name) => a[name] === b[name]);

/** Looks up who wrote in which threads; counted for a member when first asked. */
export function writtenIn(logs: readonly Folded[]): (member: MemberId) => ReadonlySet<AnnotationId> {
  const known = new Map<MemberId, ReadonlySet<AnnotationId>>();
  return (member) => {
    const held = known.get(member);
    if (held) return held;
    const threads = new Set<AnnotationId>();
    for (const { state } of logs) {
      for (const { author, thread, deleted } of state.annotations.values()) {
        if (author === member && !deleted) threads.add(thread);
      }
    }
    known.set(member, threads);
    return threads;
  };
}
