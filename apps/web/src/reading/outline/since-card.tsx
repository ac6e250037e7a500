import { locale, m } from '../../messages/messages.ts';
import { useStore } from '../../store/use-store.ts';
import { dayOf } from '../../views/when.ts';
import { openList } from '../filter/open-list.ts';
import { useSession, useView } from '../session.ts';

/** The way back in after days away; not there on a first visit, nor when all is read. */
export function SinceCard({ onGo }: { onGo?: (() => void) | undefined }) {
  const session = useSession();
  const since = useView((view) => view?.since);
  const last = useStore(session.marks.store, (marks) => marks?.before?.at);
  if (!since || !last) return null;
  const now = new Date();
  const today = new Date(last).toDateString() === now.toDateString();
  const parts = [
    m.since.fresh(since.fresh, since.sections),
    since.toMe > 0 && m.since.toMe(since.toMe),
    since.questions > 0 && m.since.questions(since.questions),
  ].filter((part) => part !== false);
  const go = () => {
    onGo?.();
    openList({ unread: '', sort: undefined });
  };
  return (
    <section className="since">
      <h3>{today ? m.since.titleToday : m.since.title(dayOf(last, now, locale()))}</h3>
      <p>{m.list(parts)}.</p>
      <button type="button" className="link" onClick={go}>
        {m.since.go}
      </button>
      <button type="button" className="link quiet" onClick={() => session.marks.readAll()}>
        {m.since.readAll}
      </button>
    </section>
  );
}
