import { m } from '../../messages/messages.ts';
import type { ListItem } from '../../views/thread-list.ts';
import { useView } from '../session.ts';

/** Sentences of a summary that are shown when one catches up. */
const SENTENCES = 3;

/** The head of a section in the list; for who catches up, with what was said in it. */
export function ListSection({ item }: { item: Extract<ListItem, { kind: 'section' }> }) {
  const catchingUp = useView((view) => view?.visible.filter.unread ?? false);
  const summary = useView((view) => (item.section ? view?.summaries.get(item.section) : undefined));
  return (
    <div className="list-section">
      <h3>
        <span>{item.title}</span>
        <span className="count">{item.threads}</span>
        {item.fresh > 0 && <span className="fresh">{m.thread.unread(item.fresh)}</span>}
      </h3>
      {catchingUp && summary && !summary.hidden && (
        <p className="list-summary">
          <b>{m.summary.title}:</b>{' '}
          {summary.issues
            .flat()
            .slice(0, SENTENCES)
            .map(({ text }) => text)
            .join(' ')}
        </p>
      )}
    </div>
  );
}
