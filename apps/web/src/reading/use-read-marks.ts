import { useEffect } from 'react';
import { readThread } from '../kept/visit.ts';
import { useSession, useUi, useView } from './session.ts';

/** A thread that is open on a visible page counts as read. */
export function useReadMarks(): void {
  const { visit } = useSession();
  const open = useUi((ui) => ui.open);
  const newest = useView((view) => (open ? (view?.byId.get(open)?.newest ?? 0) : 0));
  useEffect(() => {
    if (!open) return;
    const mark = () => {
      if (!document.hidden) visit.update((was) => was && readThread(was, open, newest));
    };
    mark();
    document.addEventListener('visibilitychange', mark);
    return () => document.removeEventListener('visibilitychange', mark);
  }, [visit, open, newest]);
}
