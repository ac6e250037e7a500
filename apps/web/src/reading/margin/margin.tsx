import { type RefObject, useCallback, useMemo, useRef, useState } from 'react';
import { m } from '../../messages/messages.ts';
import { useStore } from '../../store/use-store.ts';
import { useLookOnScroll } from '../../ui/use-look-on-scroll.ts';
import { FilterBar, NewThreadCard, PollCard, RefusedThread, ThreadCard } from '../late.ts';
import { usePolls } from '../polls/use-polls.ts';
import { useRoom, useSession, useUi, useView } from '../session.ts';
import { FoldedCard } from '../threads/folded-card.tsx';
import { StackCard } from '../threads/stack-card.tsx';
import { marginEntries } from './margin-entries.ts';
import { Orphans } from './orphans.tsx';
import { type Placed, useMarginLayout } from './use-margin-layout.ts';

/** What is being written has no place in the past. */
const NO_DRAFTS = {};

/** Threads beside their passages: one open, the others a line each. */
export function Margin() {
  const session = useSession();
  const view = useView((it) => it);
  const looking = useRoom((room) => room.past !== undefined);
  const drafts = useStore(session.drafts.store, (it) => (looking ? NO_DRAFTS : it));
  const pending = useRoom((room) => room.pending);
  const open = useUi((ui) => ui.open ?? ui.writing ?? ui.poll);
  const stack = useUi((ui) => ui.stack);
  const polls = usePolls();
  const margin = useRef<HTMLElement>(null);
  const threads = view?.visible;
  const entries = useMemo(
    () => (view && threads ? marginEntries({ ...view, threads: threads.placed, open, drafts, pending, polls }) : []),
    [view, threads, open, drafts, pending, polls],
  );
  const { placed, height, measure } = useMarginLayout(margin, entries, open, stack);
  const [from, to] = useWindow(margin);
  return (
    <aside className="margin" dir="ltr" ref={margin} style={{ minHeight: height }} aria-label={m.thread.all}>
      <FilterBar />
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
    case 'poll':
      return <PollCard poll={entry.poll} open={open} />;
    case 'refused':
      return <RefusedThread pending={entry.pending} />;
  }
}

/** Cards are made within this many pixels of the window, in steps of so many, so that scrolling seldom renders. */
const AROUND = { near: 1_200, step: 600 };

/** From where to where cards are made, in pixels from the top of the margin. */
function useWindow(margin: RefObject<HTMLElement | null>): readonly [from: number, to: number] {
  const [range, setRange] = useState<readonly [number, number]>([-AROUND.near, 900 + AROUND.near]);
  const look = useCallback(() => {
    const at = Math.round(scrollY / AROUND.step) * AROUND.step - (margin.current?.offsetTop ?? 0);
    const [from, to] = [at - AROUND.near, at + innerHeight + AROUND.near];
    setRange((was) => (was[0] === from && was[1] === to ? was : [from, to]));
  }, [margin]);
  useLookOnScroll(look);
  return range;
}
