import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState } from 'react';
import { m } from '../../messages/messages.ts';
import { setQuery, useQueryText } from '../../routing/query.ts';
import { CloseIcon } from '../../ui/icons.tsx';
import { SORTS, sortFrom } from '../../views/filter.ts';
import { type ListItem, threadList } from '../../views/thread-list.ts';
import { FilterBar } from '../filter/filter-bar.tsx';
import { closeList } from '../filter/open-list.ts';
import { useUi, useView } from '../session.ts';
import { ListSection } from './list-section.tsx';
import { ThreadRow } from './thread-row.tsx';

/** All threads beside the text, in the order one likes; the one that is open unfolds in its place. */
export function ThreadList({ phone }: { phone: boolean }) {
  const view = useView((it) => it);
  const open = useUi((ui) => ui.open);
  const query = useQueryText();
  const sort = sortFrom(new URLSearchParams(query));
  const [within, setWithin] = useState('');
  const scroller = useRef<HTMLDivElement>(null);
  const items = useMemo(
    () => (view ? threadList({ ...view, ...view.visible, sort, within, nowhere: m.threads.nowhere }) : []),
    [view, sort, within],
  );
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (items[index]?.kind === 'section' ? 40 : 78),
    getItemKey: (index) => items[index]?.id ?? index,
    overscan: 6,
  });
  const at = items.findIndex(({ id }) => id === open);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another open thread moves the list
  useEffect(() => {
    if (at >= 0) rows.scrollToIndex(at, { align: 'auto' });
  }, [open]);
  const threads = items.filter(({ kind }) => kind === 'thread').length;
  const filtered = within !== '' || (view?.visible.hidden ?? 0) > 0;
  return (
    <aside className={phone ? 'thread-list over' : 'thread-list'} aria-label={m.threads.title}>
      <header className="list-head">
        <h2>{m.threads.title}</h2>
        <span className="list-count">{m.threads.threads(threads)}</span>
        <span className="space" />
        <button type="button" className="icon-button" aria-label={m.threads.close} onClick={closeList}>
          <CloseIcon />
        </button>
      </header>
      <div className="list-tools">
        <input
          type="search"
          className="input"
          placeholder={m.threads.within}
          aria-label={m.threads.within}
          value={within}
          onChange={({ target }) => setWithin(target.value)}
        />
        <select
          aria-label={m.threads.sort}
          value={sort}
          onChange={({ target }) => setQuery({ sort: target.value === 'place' ? undefined : target.value })}
        >
          {SORTS.map((it) => (
            <option key={it} value={it}>
              {m.threads.sorts[it]}
            </option>
          ))}
        </select>
      </div>
      <FilterBar inList />
      <div className="list-rows" ref={scroller}>
        {threads === 0 && <p className="list-empty">{emptyWords(filtered, view?.visible.filter.unread ?? false)}</p>}
        <ul style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ index, key, start }) => (
            <li
              key={key}
              ref={rows.measureElement}
              data-index={index}
              aria-setsize={items.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)` }}
            >
              <Row item={items[index]} />
            </li>
          ))}
        </ul>
      </div>
    </aside>
  );
}

function emptyWords(filtered: boolean, unread: boolean): string {
  if (unread) return m.threads.allRead;
  return filtered ? m.threads.noMatch : m.threads.empty;
}

function Row({ item }: { item: ListItem | undefined }) {
  if (!item) return null;
  return item.kind === 'section' ? (
    <ListSection item={item} />
  ) : (
    <ThreadRow thread={item.thread} number={item.number} />
  );
}
