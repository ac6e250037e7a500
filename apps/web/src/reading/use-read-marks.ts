import { useEffect } from 'react';
import { readUpTo } from '#seminar';
import { useSession, useUi, useView } from './session.ts';

/** A thread that is open on a visible page counts as read. */
export function useReadMarks(): void {
  const { marks, view, room } = useSession();
  const open = useUi((ui) => ui.open);
  const newest = useView((view) => (open ? (view?.byId.get(open)?.newest ?? 0) : 0));
  useEffect(() => {
    if (!open) return;
    const mark = () => {
      const thread = view.get()?.byId.get(open);
      if (document.hidden || !thread || room.get().past) return;
      marks.change((was) => readUpTo(was, { audience: thread.audience, subject: open, position: newest }));
    };
    mark();
    document.addEventListener('visibilitychange', mark);
    return () => document.removeEventListener('visibilitychange', mark);
  }, [marks, view, room, open, newest]);
}
