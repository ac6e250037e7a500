import { useMemo, useState } from 'react';
import { EVERYONE } from '#seminar';
import { newTo } from '../../kept/visit.ts';
import { m } from '../../messages/messages.ts';
import { logOf } from '../../room/overlay.ts';
import { CheckIcon, CloseIcon } from '../../ui/icons.tsx';
import { conversationOf } from '../../views/conversation.ts';
import type { ThreadView } from '../../views/threads.ts';
import { allowed, send } from '../actions.ts';
import { useRoom, useSession, useUi } from '../session.ts';
import { leaveThread } from '../thread-focus.ts';
import { AudienceChip } from '../writing/audience-choice.tsx';
import { RefusedReplies } from '../writing/refused-words.tsx';
import { RemarkView } from './remark-view.tsx';
import { ReplyComposer } from './reply-composer.tsx';
import { ThreadPager } from './thread-pager.tsx';
import { Typing } from './typing.tsx';

/** The thread that is open: the passage, all that was said, and the place to answer. */
export function ThreadCard({ thread, sheet = false }: { thread: ThreadView; sheet?: boolean }) {
  const session = useSession();
  const { id, audience, author } = thread;
  const log = useRoom((room) => logOf(room.shown, audience));
  const remarks = useMemo(() => conversationOf(log, id), [log, id]);
  // What was new when it was opened stays marked while it is open.
  const [before] = useState(() => session.visit.get());
  const isNew = newTo(before, session.room.get().you.member);
  const replyingTo = useUi((ui) => ui.replyingTo);
  const mayReply = useRoom((room) => allowed(room, 'annotation.reply', audience));
  const maySettle = useRoom((room) => allowed(room, 'thread.resolve', audience, author));
  const type = thread.resolved ? 'thread.reopen' : 'thread.resolve';
  return (
    <section
      id={`thread-${id}`}
      tabIndex={-1}
      className={`card thread${sheet ? '' : ' on'}`}
      aria-label={m.motivation[thread.motivation]}
    >
      <header className="thread-tools">
        {audience !== EVERYONE && <AudienceChip audience={audience} />}
        {thread.resolved && <span className="chip chip-ok">{m.thread.resolved}</span>}
        <span className="space" />
        {maySettle && !thread.deleted && (
          <button
            type="button"
            className="tool-button"
            onClick={() => send(session, audience, { type, data: { thread: id } })}
          >
            <CheckIcon />
            {thread.resolved ? m.thread.reopen : m.thread.resolve}
          </button>
        )}
        <ThreadPager />
        <button type="button" className="icon-button" aria-label={m.close} onClick={() => leaveThread(session)}>
          <CloseIcon />
        </button>
      </header>
      <p className="quote" title={thread.quote}>
        {thread.quote}
      </p>
      {remarks.map((remark) => (
        <RemarkView
          key={remark.annotation.id}
          remark={remark}
          audience={audience}
          fresh={isNew({
            thread: id,
            author: remark.annotation.author,
            position: remark.words?.position ?? 0,
          })}
        />
      ))}
      <RefusedReplies thread={id} />
      <Typing thread={id} />
      {mayReply && <ReplyComposer key={replyingTo ?? id} thread={id} to={replyingTo ?? id} />}
    </section>
  );
}
