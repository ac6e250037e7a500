import { memo } from 'react';
import { EVERYONE, withNames } from '#seminar';
import { locale, m } from '../../messages/messages.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { CheckIcon, LockIcon } from '../../ui/icons.tsx';
import type { ThreadView } from '../../views/threads.ts';
import { inFull, when } from '../../views/when.ts';
import { openThread } from '../actions.ts';
import { useName, useNames } from '../live/people.ts';
import { pointAt } from '../point-at.ts';
import { showPassage } from '../scroll-to.ts';
import { useSession, useUi } from '../session.ts';
import { ThreadCard } from '../threads/thread-card.tsx';

interface RowProps {
  thread: ThreadView;
  number: number | undefined;
}

/** A thread in the list: who, where, when, the words, and how it goes on. Open, it is the thread itself. */
export const ThreadRow = memo(function ThreadRow({ thread, number }: RowProps) {
  const session = useSession();
  const name = useName(thread.author);
  const nameOf = useNames();
  const open = useUi((ui) => ui.open === thread.id);
  const near = useUi((ui) => ui.near === thread.id);
  if (open) return <ThreadCard thread={thread} />;
  const go = () => {
    openThread(session, thread.id);
    showPassage(thread);
  };
  return (
    <button type="button" className={near ? 'row near' : 'row'} onClick={go} {...pointAt(session, thread.id)}>
      <span className="row-head">
        <Avatar member={thread.author} name={name} size="s" />
        <b>{name}</b>
        {thread.audience !== EVERYONE && <LockIcon />}
        {number !== undefined && <span>¶{number}</span>}
        <time dateTime={thread.latest} title={inFull(thread.latest, locale())}>
          {when(thread.latest, new Date(), locale())}
        </time>
        <span className="space" />
        {thread.motivation === 'questioning' && <span className="chip chip-asked">{m.motivation.questioning}</span>}
        {thread.answered && <span className="chip chip-ok">{m.thread.answered}</span>}
        {thread.resolved && <CheckIcon />}
        {thread.fresh > 0 && <span className="fresh">{m.thread.unread(thread.fresh)}</span>}
        {thread.replies > 0 && <span className="count">{thread.replies}</span>}
      </span>
      <span className="row-words">
        {thread.deleted ? m.thread.deletedFirst : withNames(thread.excerpt, nameOf) || m.thread.highlighted}
      </span>
      <span className="row-quote">{thread.quote}</span>
    </button>
  );
});
