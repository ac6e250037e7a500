import { type ReactNode, useId } from 'react';
import { m } from '../../messages/messages.ts';
import { setQuery } from '../../routing/query.ts';
import { useStore } from '../../store/use-store.ts';
import { Popover } from '../../ui/radix.tsx';
import { FilterIcon } from '../../ui/tool-icons.tsx';
import { type Filter, MOTIVATIONS, noFilter, queryOf, tagsOf } from '../../views/filter.ts';
import { useSession, useView } from '../session.ts';

const KINDS = ['unread', 'unanswered', 'mine'] as const;

/** What one may choose among the threads by; each choice takes effect at once and stands in the address. */
export function FilterMenu() {
  return (
    <Popover.Root>
      <Popover.Trigger className="text-button filter-button">
        <FilterIcon />
        {m.filter.title}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className="popover filter-menu" align="start" sideOffset={6} collisionPadding={12}>
          <Choices />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Choices() {
  const session = useSession();
  const filter = useView((view) => view?.visible.filter) ?? noFilter;
  const threads = useView((view) => view?.threads.placed) ?? [];
  const outline = useView((view) => view?.outline) ?? [];
  const members = useStore(session.members, (it) => it);
  const set = (change: Partial<Filter>) => setQuery(queryOf(change));
  const people = [...members.values()].sort((a, b) => a.name.localeCompare(b.name));
  const tags = tagsOf(threads);
  return (
    <div className="filter-choices">
      {KINDS.map((kind) => (
        <label key={kind} className="filter-check">
          <input type="checkbox" checked={filter[kind]} onChange={({ target }) => set({ [kind]: target.checked })} />
          {m.filter[kind]}
        </label>
      ))}
      <Choice label={m.filter.motivation} value={filter.motivation} onChange={(value) => setQuery({ kind: value })}>
        {MOTIVATIONS.map((motivation) => (
          <option key={motivation} value={motivation}>
            {m.motivation[motivation]}
          </option>
        ))}
      </Choice>
      <Choice label={m.filter.person} value={filter.person} onChange={(value) => setQuery({ person: value })}>
        {people.map(({ member, name }) => (
          <option key={member} value={member}>
            {name}
          </option>
        ))}
      </Choice>
      <Choice label={m.filter.section} value={filter.section} onChange={(value) => setQuery({ section: value })}>
        {outline.map(({ id, title, level }) => (
          <option key={id} value={id}>
            {'\u2003'.repeat(level - 1)}
            {title}
          </option>
        ))}
      </Choice>
      {(tags.length > 0 || filter.tag !== undefined) && (
        <Choice label={m.filter.tag} value={filter.tag} onChange={(value) => setQuery({ tag: value })}>
          {[...new Set([...tags, ...(filter.tag === undefined ? [] : [filter.tag])])].map((tag) => (
            <option key={tag} value={tag}>
              #{tag}
            </option>
          ))}
        </Choice>
      )}
    </div>
  );
}

interface ChoiceProps {
  label: string;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
  children: ReactNode;
}

function Choice({ label, value, onChange, children }: ChoiceProps) {
  const id = useId();
  return (
    <p className="filter-choice">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value ?? ''} onChange={({ target }) => onChange(target.value || undefined)}>
        <option value="">{m.filter.any}</option>
        {children}
      </select>
    </p>
  );
}
