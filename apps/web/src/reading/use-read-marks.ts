import { useEffect } from 'react';
import { readUpTo } from '#seminar';
import { whenIdle } from '../ui/when-idle.ts';
import { useSession, useUi, useView } from './session.ts';

/** What is new is shown first: that it is read thereby is said when that is done, at the latest after so many milliseconds. */
const SHOWN = 500;

/** A thread that is open on a visible page counts as read. */
export function useReadMarks(): void {
  const { marks, view, room } = useSession();
  const open = useUi((ui) => ui.open);
  const newest = useView((view) => (open ? (view?.byId.get(open)?.newest ?? 0) : 0));
  useEffect(() => {
    if (!open) return;
    let callOff: (() => void) | undefined;
    const mark = () => {
      callOff = undefined;
      const thread = view.get()?.byId.get(open);
      if (document.hidden || !thread || room.get().past) return;
      marks.change((was) => readUpTo(was, { audience: thread.audience, subject: open, position: newest }));
    };
    callOff = whenIdle(mark, SHOWN);
    document.addEventListener('visibilitychange', mark);
    return () => {
      document.removeEventListener('visibilitychange', mark);
      if (!callOff) return;
      callOff();
      mark();
    };
  }, [marks, view, room, open, newest]);
}
