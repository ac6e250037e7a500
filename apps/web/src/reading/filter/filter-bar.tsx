import { m } from '../../messages/messages.ts';
import { setQuery } from '../../routing/query.ts';
import { CheckIcon, CloseIcon, ThreadsIcon } from '../../ui/icons.tsx';
import { type Filter, noFilter, queryOf } from '../../views/filter.ts';
import { useNames } from '../live/people.ts';
import { useSession, useView } from '../session.ts';
import { FilterMenu } from './late-menu.ts';
import { openList } from './open-list.ts';

/** Over the threads: how to choose among them, what is chosen, and how many that hides. */
export function FilterBar({ inList = false }: { inList?: boolean }) {
  const session = useSession();
  return (
    <div className="filter-bar" role="toolbar" aria-label={m.filter.label}>
      <FilterMenu />
      {inList && (
        <button type="button" className="text-button read-all" onClick={() => session.marks.readAll()}>
          <CheckIcon />
          {m.since.readAll}
        </button>
      )}
      {!inList && (
        <button type="button" className="text-button" onClick={() => openList()}>
          <ThreadsIcon />
          {m.threads.open}
        </button>
      )}
      <FilterChips />
    </div>
  );
}

/** One chip for each thing that is asked for; a press takes it out. */
export function FilterChips() {
  const filter = useView((view) => view?.visible.filter);
  const hidden = useView((view) => view?.visible.hidden ?? 0);
  const words = useChipWords();
  if (!filter) return null;
  const chosen = (Object.keys(filter) as (keyof Filter)[]).filter((name) => filter[name]);
  if (chosen.length === 0) return null;
  return (
    <p className="filter-chips">
      {chosen.map((name) => (
        <button
          key={name}
          type="button"
          className="chip filter-chip"
          aria-label={m.filter.without(words(filter, name))}
          onClick={() => setQuery(queryOf({ [name]: noFilter[name] }))}
        >
          {words(filter, name)}
          <CloseIcon />
        </button>
      ))}
      <span className="filter-hidden" role="status">
        {m.filter.hidden(hidden)}
      </span>
      <button type="button" className="text-button" onClick={() => setQuery(queryOf(noFilter))}>
        {m.filter.clear}
      </button>
    </p>
  );
}

/** What stands on a chip. */
function useChipWords(): (filter: Filter, name: keyof Filter) => string {
  const nameOf = useNames();
  const outline = useView((view) => view?.outline);
  return (filter, name) => {
    switch (name) {
      case 'person':
        return filter.person ? nameOf(filter.person) : '';
      case 'tag':
        return `#${filter.tag}`;
      case 'motivation':
        return filter.motivation ? m.motivation[filter.motivation] : '';
      case 'section':
        return outline?.find(({ id }) => id === filter.section)?.title ?? m.filter.section;
      default:
        return m.filter[name];
    }
  };
}
