import { type RefObject, useEffect, useMemo, useReducer, useRef } from 'react';
import { m } from '../../messages/messages.ts';
import { useStore } from '../../store/use-store.ts';
import { NewThreadCard, RefusedThread, ThreadCard } from '../late.ts';
import { useRoom, useSession, useUi, useView } from '../session.ts';
import { FoldedCard } from '../threads/folded-card.tsx';
import { StackCard } from '../threads/stack-card.tsx';
import { marginEntries } from './margin-entries.ts';
import { Orphans } from './orphans.tsx';
import { type Placed, useMarginLayout } from './use-margin-layout.ts';

/** Threads beside their passages: one open, the others a line each. */
export function Margin() {
  const session = useSession();
  const view = useView((it) => it);
  const drafts = useStore(session.drafts.store, (it) => it);
  const pending = useRoom((room) => room.pending);
  const open = useUi((ui) => ui.open ?? ui.writing);
  const stack = useUi((ui) => ui.stack);
  const margin = useRef<HTMLElement>(null);
  const threads = view?.threads;
  const entries = useMemo(
    () => (view && threads ? marginEntries({ ...view, threads: threads.placed, open, drafts, pending }) : []),
    [view, threads, open, drafts, pending],
  );
  const { placed, height, measure } = useMarginLayout(margin, entries, open, stack);
  const [from, to] = useWindow(margin);
  return (
    <aside className="margin" dir="ltr" ref={margin} style={{ minHeight: height }} aria-label={m.thread.all}>
      {placed
        .filter(({ entry, top }) => entry.id === open || (top > from && top < to))
        .map(({ entry, top }) => (
          <div
            key={entry.id}
            className={entry.id === open ? 'slot slot-open' : 'slot'}
            data-entry={entry.id}
            ref={entry.id === open || entry.id === stack ? measure : undefined}
            style={{ transform: `translateY(${top}px)` }}
          >
            <Card entry={entry} open={entry.id === open} />
          </div>
        ))}
      {threads && threads.orphans.length > 0 && <Orphans threads={threads.orphans} top={height} />}
    </aside>
  );
}

function Card({ entry, open }: { entry: Placed['entry']; open: boolean }) {
  switch (entry.kind) {
    case 'thread':
      return open ? <ThreadCard thread={entry.thread} /> : <FoldedCard thread={entry.thread} />;
    case 'stack':
      return <StackCard id={entry.id} threads={entry.threads} />;
    case 'draft':
      return <NewThreadCard place={entry.id} draft={entry.draft} open={open} />;
    case 'refused':
      return <RefusedThread pending={entry.pending} />;
  }
}

/** Only cards near the window are made; in steps, so that scrolling seldom renders. */
function useWindow(margin: RefObject<HTMLElement | null>): [from: number, to: number] {
  const [, render] = useReducer((n: number) => n + 1, 0);
  const step = useRef(0);
  useEffect(() => {
    const look = () => {
      const now = Math.round(scrollY / 600);
      if (now === step.current) return;
      step.current = now;
      render();
    };
    addEventListener('scroll', look, { passive: true });
    addEventListener('resize', render);
    return () => {
      removeEventListener('scroll', look);
      removeEventListener('resize', render);
    };
  }, []);
  const top = margin.current?.offsetTop ?? 0;
  const at = step.current * 600 - top;
  return [at - 1_200, at + (globalThis.innerHeight ?? 900) + 1_200];
}
