import type { AnnotationState, Audience } from '#seminar';
import { m } from '../../messages/messages.ts';
import { annotationIn } from '../../room/overlay.ts';
import { MoreIcon } from '../../ui/icons.tsx';
import { DropdownMenu } from '../../ui/radix.tsx';
import { allowed, notify, remove, send } from '../actions.ts';
import { useRoom, useSession } from '../session.ts';
import { linkTo } from '../use-deep-links.ts';

interface RemarkMenuProps {
  annotation: AnnotationState;
  audience: Audience;
  isAnswer: boolean;
}

/** What can be done with a remark; only what the policy allows is offered. */
export function RemarkMenu({ annotation, audience, isAnswer }: RemarkMenuProps) {
  const session = useSession();
  const { id, author, thread, depth } = annotation;
  const root = useRoom(({ shown }) => annotationIn(shown, thread)?.annotation);
  const mayEdit = useRoom((room) => allowed(room, 'annotation.edit', audience, author));
  const mayDelete = useRoom((room) => allowed(room, 'annotation.delete', audience, author));
  const mayAnswer = useRoom((room) => allowed(room, 'question.answer', audience, root?.author));
  const canAnswer = mayAnswer && depth > 0 && root?.motivation === 'questioning' && !root.deleted;
  const copy = async () => {
    await navigator.clipboard.writeText(linkTo(id));
    notify(session, m.toast.linkCopied);
  };
  const markAnswer = () => {
    if (root?.answer) send(session, audience, { type: 'answer.withdraw', data: { question: thread } });
    if (!isAnswer) send(session, audience, { type: 'question.answer', data: { question: thread, answer: id } });
  };
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className="icon-button remark-more" aria-label={m.thread.more}>
        <MoreIcon />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={2} collisionPadding={12}>
          {canAnswer && (
            <DropdownMenu.Item onSelect={markAnswer}>
              {isAnswer ? m.thread.withdrawAnswer : m.thread.markAnswer}
            </DropdownMenu.Item>
          )}
          <DropdownMenu.Item onSelect={() => void copy()}>{m.thread.link}</DropdownMenu.Item>
          {mayEdit && (
            <DropdownMenu.Item onSelect={() => session.ui.update((ui) => ({ ...ui, editing: id }))}>
              {m.thread.edit}
            </DropdownMenu.Item>
          )}
          {mayDelete && (
            <DropdownMenu.Item className="danger" onSelect={() => remove(session, id)}>
              {m.thread.remove}
            </DropdownMenu.Item>
          )}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
