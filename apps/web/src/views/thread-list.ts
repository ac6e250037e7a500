/** All threads as a list: in the order that was chosen, by sections where that is the order of the text. */
import type { BlockId } from '#article';
import { type Sort, sorted } from './filter.ts';
import type { Place } from './numbering.ts';
import type { OutlineEntry } from './outline.ts';
import type { ThreadView } from './threads.ts';

export type ListItem =
  | { kind: 'section'; id: string; section: BlockId | undefined; title: string; threads: number; fresh: number }
  | { kind: 'thread'; id: string; thread: ThreadView; number: number | undefined };

export interface ListInput {
  placed: readonly ThreadView[];
  orphans: readonly ThreadView[];
  places: ReadonlyMap<BlockId, Place>;
  outline: readonly OutlineEntry[];
  sort: Sort;
  /** Only those that have these words in them or in what they are about. */
  within: string;
  /** What the threads stand under whose passage is gone. */
  nowhere: string;
}

export function threadList({
  placed,
  orphans,
  places,
  outline,
  sort,
  within,
  nowhere,
}: ListInput): readonly ListItem[] {
  const wanted = within.trim().toLocaleLowerCase();
  const has = (thread: ThreadView) =>
    wanted === '' || `${thread.excerpt} ${thread.quote} ${thread.tags.join(' ')}`.toLocaleLowerCase().includes(wanted);
  const itemOf = (thread: ThreadView): ListItem => {
    const block = thread.passages[0]?.block;
    return { kind: 'thread', id: thread.id, thread, number: block && places.get(block)?.number };
  };
  if (sort !== 'place') return sorted([...placed, ...orphans].filter(has), sort).map(itemOf);
  const sections = new Map<BlockId | undefined, ThreadView[]>();
  for (const thread of placed.filter(has)) {
    const section = thread.passages[0] && places.get(thread.passages[0].block)?.section;
    sections.set(section, [...(sections.get(section) ?? []), thread]);
  }
  const gone = orphans.filter(has);
  return [...sections, ...(gone.length > 0 ? [[undefined, gone] as const] : [])].flatMap(([section, threads]) => {
    const title = section === undefined ? nowhere : (outline.find(({ id }) => id === section)?.title ?? '');
    const fresh = threads.reduce((sum, thread) => sum + thread.fresh, 0);
    const id = `section ${section ?? 'gone'}`;
    return [{ kind: 'section' as const, id, section, title, threads: threads.length, fresh }, ...threads.map(itemOf)];
  });
}
