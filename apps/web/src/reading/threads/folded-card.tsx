import { memo } from 'react';
import { withNames } from '#seminar';
import { m } from '../../messages/messages.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { CheckIcon, ClockIcon } from '../../ui/icons.tsx';
import type { ThreadView } from '../../views/threads.ts';
import { openThread } from '../actions.ts';
import { useName, useNames } from '../live/people.ts';
import { pointAt } from '../point-at.ts';
import { showPassage } from '../scroll-to.ts';
import { useRoom, useSession, useUi } from '../session.ts';
import { AudienceIcon } from '../writing/audience-icon.tsx';

/** A thread as one line: who, what kind, the first words, how many answers, what is new. */
export const FoldedCard = memo(function FoldedCard({ thread }: { thread: ThreadView }) {
  const session = useSession();
  const name = useName(thread.author);
  const near = useUi((ui) => ui.near === thread.id);
  const waiting = useRoom((room) => isWaiting(room.pending, thread.id));
  const open = () => {
    openThread(session, thread.id);
    showPassage(thread);
  };
  const classes = ['card', 'folded', near && 'near', thread.resolved && 'resolved', waiting && 'waiting'];
  return (
    <button type="button" className={classes.filter(Boolean).join(' ')} onClick={open} {...pointAt(session, thread.id)}>
      <span className="unseen">
        {name}, {m.motivation[thread.motivation]}:
      </span>
      <Avatar member={thread.author} name={name} size="s" />
      {thread.motivation === 'questioning' && <span className="chip chip-asked">{m.motivation.questioning}</span>}
      <AudienceIcon audience={thread.audience} />
      <FoldedWords thread={thread} />
      {waiting && <ClockIcon />}
      {(thread.resolved || thread.answered) && <CheckIcon />}
      {thread.fresh > 0 ? (
        <span className="fresh">{m.thread.unread(thread.fresh)}</span>
      ) : (
        thread.replies > 0 && <span className="count">{thread.replies}</span>
      )}
    </button>
  );
});

/** The first words; where there are none, the words it is about. */
function FoldedWords({ thread: { deleted, excerpt, quote } }: { thread: ThreadView }) {
  const nameOf = useNames();
  if (deleted) return <i className="words">{m.thread.deletedFirst}</i>;
  if (excerpt !== '') return <span className="words">{withNames(excerpt, nameOf)}</span>;
  return <span className="words words-quoted">{quote}</span>;
}

const isWaiting = (pending: readonly { request: { type: string; data: object } }[], id: string): boolean =>
  pending.some(({ request: { data } }) => 'annotation' in data && data.annotation === id);
