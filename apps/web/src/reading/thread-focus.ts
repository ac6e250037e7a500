/** From a passage into its thread and back, for keys and screen readers. A thread that is opened with the mouse takes no focus. */
import type { AnnotationId } from '#seminar';
import { elementOf } from '../article/text-map.ts';
import { openThread } from './actions.ts';
import { showPassage } from './scroll-to.ts';
import type { Session } from './session.ts';
import { closeOpen } from './writing/annotate.ts';

/** How many frames an opened thread may take to be rendered. */
const FRAMES = 60;

/** Opens a thread, brings its passage into view, and goes into it. */
export function enterThread(session: Session, id: AnnotationId): void {
  openThread(session, id);
  const thread = session.view.get()?.byId.get(id);
  if (thread) showPassage(thread);
  let left = FRAMES;
  const look = () => {
    const card = document.getElementById(`thread-${id}`);
    if (card) card.focus({ preventScroll: true });
    else if (left-- > 0) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Closes what is open; whoever was in it is back at its passage. */
export function leaveThread(session: Session): void {
  const { open } = session.ui.get();
  const block = open && session.view.get()?.byId.get(open)?.passages[0]?.block;
  const within = document.activeElement?.closest('.thread, .new-thread, .sheet') !== null;
  closeOpen(session);
  if (block && within) elementOf(block)?.focus({ preventScroll: true });
}
