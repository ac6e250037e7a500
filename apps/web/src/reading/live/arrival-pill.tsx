import { useEffect, useRef, useState } from 'react';
import type { AnnotationId } from '#seminar';
import { m } from '../../messages/messages.ts';
import type { ThreadView } from '../../views/threads.ts';
import { openThread } from '../actions.ts';
import { isInView, passageRect, readingArea, showPassage } from '../scroll-to.ts';
import { useRoom, useSession, useUi, useView } from '../session.ts';

/** What was said out of sight since I came: how much, and which way. Nothing moves by itself. */
export function ArrivalPill() {
  const session = useSession();
  const threads = useView((view) => view?.threads.placed);
  const places = useView((view) => view?.places);
  const open = useUi((ui) => ui.open);
  /** How far each thread had come when it was last in sight. */
  const seen = useRef<Map<AnnotationId, number> | undefined>(undefined);
  const [waiting, setWaiting] = useState<readonly ThreadView[]>([]);

  useEffect(() => {
    const known = seen.current ?? new Map((threads ?? []).map(({ id, newest }) => [id, newest]));
    seen.current = known;
    let frame = 0;
    const look = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        const unseen = (threads ?? []).filter((it) => it.fresh > 0 && it.newest > (known.get(it.id) ?? 0));
        const outOfSight = unseen.filter((thread) => {
          const rect = passageRect(thread);
          if (thread.id !== open && rect && !isInView(rect)) return true;
          known.set(thread.id, thread.newest);
          return false;
        });
        setWaiting((was) => (was.length === 0 && outOfSight.length === 0 ? was : outOfSight));
      });
    };
    look();
    addEventListener('scroll', look, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener('scroll', look);
    };
  }, [threads, open]);

  const [first] = waiting;
  const looking = useRoom((room) => room.past !== undefined);
  if (!first || looking) return null;
  const rect = passageRect(first);
  const below = (rect?.top ?? 0) > readingArea().top;
  const block = first.passages[0]?.block;
  const go = () => {
    openThread(session, first.id);
    showPassage(first);
  };
  return (
    <button type="button" className="pill" onClick={go}>
      <b>{m.arrivals.pill(waiting.reduce((sum, { fresh }) => sum + fresh, 0))}</b>{' '}
      {m.arrivals.at(block && places?.get(block)?.number, below)}
    </button>
  );
}
