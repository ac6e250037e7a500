import { elementOf } from '../../article/text-map.ts';
import type { PollView } from '../../views/polls.ts';
import { openThread } from '../actions.ts';
import { isInView, scrollToRect } from '../scroll-to.ts';
import type { Session } from '../session.ts';

/** Opens a poll beside its passage. */
export function openPoll(session: Session, { poll, passage }: PollView): void {
  openThread(session, undefined);
  session.ui.update((was) => ({ ...was, poll }));
  const rect = passage && elementOf(passage.block)?.getBoundingClientRect();
  if (rect && !isInView(rect)) scrollToRect(rect);
}
