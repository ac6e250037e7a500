import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState } from 'react';
import { m } from '../../messages/messages.ts';
import type { ThreadView } from '../../views/threads.ts';
import { FoldedCard } from './folded-card.tsx';

/** A folded card and the gap below it, in pixels; margin.css says the same. */
const ROW = 46;
/** Fewer are seen at a glance. */
const WORTH_SEARCHING = 12;

/** The threads of a stack, as a list with a scroll of its own: only those in sight are made, however many there are. */
export function StackList({ threads }: { threads: readonly ThreadView[] }) {
  const [within, setWithin] = useState('');
  const scroller = useRef<HTMLDivElement>(null);
  const wanted = within.trim().toLocaleLowerCase();
  const shown =
    wanted === ''
      ? threads
      : threads.filter(({ excerpt, quote }) => `${excerpt} ${quote}`.toLocaleLowerCase().includes(wanted));
  const rows = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    getItemKey: (index) => shown[index]?.id ?? index,
    overscan: 4,
  });
  return (
    <div className="stack-list">
      {threads.length >= WORTH_SEARCHING && (
        <input
          type="search"
          className="input"
          placeholder={m.threads.within}
          aria-label={m.threads.within}
          value={within}
          onChange={({ target }) => setWithin(target.value)}
        />
      )}
      {shown.length === 0 && <p className="list-empty">{m.threads.noMatch}</p>}
      <div className="stack-rows" ref={scroller}>
        <ul style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ index, key, start }) => {
            const thread = shown[index];
            return (
              thread && (
                <li
                  key={key}
                  aria-setsize={shown.length}
                  aria-posinset={index + 1}
                  style={{ transform: `translateY(${start}px)` }}
                >
                  <FoldedCard thread={thread} />
                </li>
              )
            );
          })}
        </ul>
      </div>
    </div>
  );
}
