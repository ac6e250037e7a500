import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { m } from '../../messages/messages.ts';
import { useStore } from '../../store/use-store.ts';
import { NewThreadCard, ThreadCard } from '../late.ts';
import { showPassage } from '../scroll-to.ts';
import { useSession, useUi, useView } from '../session.ts';
import { closeOpen } from '../writing/annotate.ts';

/** In milliseconds; later the reader decides what is in sight. */
const SETTLED_AFTER = 1_000;

/** On a phone the open thread is a sheet over the text: pulled up it is tall, pulled down it closes. */
export function ThreadSheet() {
  const session = useSession();
  const open = useUi((ui) => ui.open);
  const writing = useUi((ui) => ui.writing);
  const thread = useView((view) => (open ? view?.byId.get(open) : undefined));
  const draft = useStore(session.drafts.store, (drafts) => (writing ? drafts[writing] : undefined));
  const [tall, setTall] = useState(false);
  const start = useRef<number | undefined>(undefined);
  const id = thread?.id;
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => {
    setTall(false);
    const shown = id && session.view.get()?.byId.get(id);
    if (!shown || !sheet.current) return;
    // The sheet finds its height step by step, as its words arrive; the passage stays above it until then.
    const settling = new ResizeObserver(() => showPassage(shown));
    settling.observe(sheet.current);
    const settled = setTimeout(() => settling.disconnect(), SETTLED_AFTER);
    return () => {
      clearTimeout(settled);
      settling.disconnect();
    };
  }, [id, session]);
  if (!thread && !(writing && draft)) return null;
  const release = ({ clientY }: PointerEvent) => {
    const moved = start.current === undefined ? 0 : clientY - start.current;
    start.current = undefined;
    if (moved < -24) setTall(true);
    else if (moved > 24 && tall) setTall(false);
    else if (moved > 24) closeOpen(session);
    else setTall((was) => !was);
  };
  return (
    <div
      ref={sheet}
      className={tall ? 'sheet tall' : 'sheet'}
      role="dialog"
      aria-modal="false"
      aria-label={m.thread.all}
    >
      <button
        type="button"
        className="handle"
        aria-label={m.thread.all}
        aria-expanded={tall}
        onPointerDown={(event) => {
          start.current = event.clientY;
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerUp={release}
        onKeyDown={(event) => event.key === 'Enter' && setTall((was) => !was)}
      />
      <div className="sheet-body">
        {thread ? (
          <ThreadCard key={thread.id} thread={thread} sheet />
        ) : (
          writing && draft && <NewThreadCard place={writing} draft={draft} open />
        )}
      </div>
    </div>
  );
}
