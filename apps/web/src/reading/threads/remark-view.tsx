import { memo } from 'react';
import type { Audience } from '#seminar';
import { m } from '../../messages/messages.ts';
import { annotationIn } from '../../room/overlay.ts';
import { useStore } from '../../store/use-store.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { ClockIcon } from '../../ui/icons.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Prose } from '../../ui/prose.tsx';
import type { Remark } from '../../views/conversation.ts';
import { allowed } from '../actions.ts';
import { useName } from '../live/people.ts';
import { useRoom, useSession, useUi } from '../session.ts';
import { EditForm } from './edit-form.tsx';
import { History } from './history.tsx';
import { Reactions } from './reactions.tsx';
import { RemarkMenu } from './remark-menu.tsx';

interface RemarkProps {
  remark: Remark;
  audience: Audience;
  fresh: boolean;
}

const sameRemark = (a: RemarkProps, b: RemarkProps): boolean =>
  a.remark.annotation === b.remark.annotation &&
  a.remark.words === b.remark.words &&
  a.remark.indent === b.remark.indent &&
  a.fresh === b.fresh;

/** An annotation or a reply: who, when, what, and what can be done with it. */
export const RemarkView = memo(function RemarkView({ remark, audience, fresh }: RemarkProps) {
  const { annotation, words, indent, inReplyTo } = remark;
  const { id, author } = annotation;
  const session = useSession();
  const name = useName(author);
  const role = useStore(session.members, (members) => members.get(author)?.role);
  const editing = useUi((ui) => ui.editing === id);
  const pending = useRoom((room) =>
    room.pending.some(({ request: { data }, refused }) => !refused && 'annotation' in data && data.annotation === id),
  );
  const isAnswer = useRoom(({ shown }) => annotationIn(shown, annotation.thread)?.annotation.answer === id);
  const mayReply = useRoom((room) => allowed(room, 'annotation.reply', audience));
  const gone = annotation.deleted;
  const classes = ['remark', `indent-${indent}`, fresh && 'remark-new', pending && 'waiting'].filter(Boolean);
  return (
    <div className={classes.join(' ')} id={`annotation-${id}`} tabIndex={-1}>
      <div className="who">
        <Avatar member={author} name={name} />
        <b className="name">{name}</b>
        <span className="meta">
          {role === 'instructor' && `${m.roles.instructor}, `}
          {words && <Moment at={words.at} />}
          {words && !gone && <History words={words} />}
        </span>
        {pending && (
          <span className="meta" title={m.thread.pending}>
            <ClockIcon />
            <span className="unseen">{m.thread.pending}</span>
          </span>
        )}
        <span className="space" />
        {annotation.motivation === 'questioning' && <span className="chip chip-asked">{m.motivation.questioning}</span>}
        {isAnswer && <span className="chip chip-ok">{m.thread.answer}</span>}
        {!gone && <RemarkMenu annotation={annotation} audience={audience} isAnswer={isAnswer} />}
      </div>
      {inReplyTo && <InReplyTo id={inReplyTo.id} author={inReplyTo.author} />}
      {gone && <p className="tombstone">{m.thread.tombstone}</p>}
      {!gone && editing && <EditForm annotation={annotation} audience={audience} body={words?.body ?? ''} />}
      {!gone && !editing && words?.body && <Prose source={words.body} />}
      {!gone && words?.body === '' && <p className="wordless">{m.thread.wordless}</p>}
      {annotation.tags.length > 0 && (
        <ul className="tags">
          {annotation.tags.map((tag) => (
            <li key={tag}>{tag}</li>
          ))}
        </ul>
      )}
      {!gone && !editing && (
        <div className="remark-foot">
          <Reactions annotation={annotation} audience={audience} />
          {mayReply && annotation.depth > 0 && (
            <button
              type="button"
              className="text-button"
              onClick={() => session.ui.update((ui) => ({ ...ui, replyingTo: id }))}
            >
              {m.thread.reply}
            </button>
          )}
        </div>
      )}
    </div>
  );
}, sameRemark);

/** Beyond the deepest indentation: whose words this answers. */
function InReplyTo({ id, author }: { id: string; author: Remark['annotation']['author'] }) {
  const name = useName(author);
  return (
    <a className="in-reply-to" href={`#annotation-${id}`}>
      {m.thread.inReplyTo(name)}
    </a>
  );
}
