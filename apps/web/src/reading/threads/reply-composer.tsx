import { useEffect, useRef, useState } from 'react';
import { type AnnotationId, type Audience, EVERYONE } from '#seminar';
import type { DraftPlace } from '../../kept/drafts.ts';
import { m } from '../../messages/messages.ts';
import { annotationIn } from '../../room/overlay.ts';
import { useStore } from '../../store/use-store.ts';
import { CloseIcon } from '../../ui/icons.tsx';
import { audienceOf, reply } from '../actions.ts';
import { useName } from '../live/people.ts';
import { useRoom, useSession, useUi } from '../session.ts';
import { WritingField } from '../writing/writing-field.tsx';

/** How long after the last key somebody still counts as writing, in milliseconds. */
const STILL_WRITING = 4_000;

interface ReplyComposerProps {
  thread: AnnotationId;
  /** What is answered: the thread, or one remark in it. */
  to: AnnotationId;
  audience: Audience;
  /** The passage of the thread. */
  quote: string;
}

/** The place to answer a thread, or one remark in it. */
export function ReplyComposer({ thread, to, audience, quote }: ReplyComposerProps) {
  const session = useSession();
  const place: DraftPlace = `reply:${to}`;
  const draft = useStore(session.drafts.store, (drafts) => drafts[place]?.body ?? '');
  const asked = useUi((ui) => ui.replyingTo === to);
  const author = useRoom(({ shown }) => annotationIn(shown, to)?.annotation.author);
  const typing = useTyping(thread);
  const answerAll = () => session.ui.update((ui) => ({ ...ui, replyingTo: undefined }));
  const post = () => {
    reply(session, to, draft);
    session.drafts.drop(place);
    typing(false);
    answerAll();
  };
  return (
    <div className="reply">
      {to !== thread && author && (
        <p className="replying-to">
          <ReplyingTo author={author} />
          <button type="button" className="icon-button" aria-label={m.cancel} onClick={answerAll}>
            <CloseIcon />
          </button>
        </p>
      )}
      <WritingField
        value={draft}
        label={m.composer.reply}
        submitLabel={m.composer.post}
        audience={audience}
        quote={quote}
        autoFocus={asked}
        onChange={(body) => {
          session.drafts.write(place, { body });
          typing(body !== '');
        }}
        onSubmit={post}
        onCancel={() => {
          if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
          answerAll();
        }}
      />
    </div>
  );
}

function ReplyingTo({ author }: { author: Parameters<typeof useName>[0] }) {
  return <span>{m.thread.inReplyTo(useName(author))}</span>;
}

/** Tells the others that I am writing here, until I pause. */
function useTyping(thread: AnnotationId): (writing: boolean) => void {
  const { client, room } = useSession();
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const told = useRef(false);
  const [tell] = useState(() => (writing: boolean) => {
    clearTimeout(timer.current);
    if (writing) timer.current = setTimeout(() => tell(false), STILL_WRITING);
    // What happens in a smaller audience is nobody else's business.
    if (told.current === writing || audienceOf(room.get(), thread) !== EVERYONE) return;
    told.current = writing;
    client.report({ typing: writing ? thread : undefined });
  });
  useEffect(() => () => tell(false), [tell]);
  return tell;
}
