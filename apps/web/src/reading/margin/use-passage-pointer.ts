import { type RefObject, useEffect } from 'react';
import { placeAtPoint } from '../../article/text-map.ts';
import { threadsAt } from '../../views/highlights.ts';
import type { ThreadView } from '../../views/threads.ts';
import { openThread } from '../actions.ts';
import { type Session, useSession } from '../session.ts';

/** Pointing at coloured words points at their thread; a click opens it, another click the next one there. */
export function usePassagePointer(column: RefObject<HTMLElement | null>): void {
  const session = useSession();
  useEffect(() => {
    const element = column.current;
    if (!element) return;
    let frame = 0;
    const move = (event: PointerEvent) => {
      if (event.pointerType !== 'mouse' || event.buttons !== 0) return;
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        const near = under(session, event)[0]?.id;
        element.classList.toggle('over-passage', near !== undefined);
        session.ui.update((ui) => (ui.near === near ? ui : { ...ui, near }));
      });
    };
    const leave = () => {
      cancelAnimationFrame(frame);
      session.ui.update((ui) => (ui.near === undefined ? ui : { ...ui, near: undefined }));
    };
    const click = (event: MouseEvent) => {
      const onControl = event.target instanceof Element && event.target.closest('a, button');
      if (onControl || getSelection()?.isCollapsed === false) return;
      const here = under(session, event);
      const at = here.findIndex(({ id }) => id === session.ui.get().open);
      const next = here[(at + 1) % Math.max(1, here.length)];
      if (next) openThread(session, next.id);
    };
    element.addEventListener('pointermove', move);
    element.addEventListener('pointerleave', leave);
    element.addEventListener('click', click);
    return () => {
      cancelAnimationFrame(frame);
      element.removeEventListener('pointermove', move);
      element.removeEventListener('pointerleave', leave);
      element.removeEventListener('click', click);
    };
  }, [session, column]);
}

function under(session: Session, { clientX, clientY }: MouseEvent): readonly ThreadView[] {
  const threads = session.view.get()?.visible.placed ?? [];
  if (threads.length === 0) return [];
  const place = placeAtPoint(clientX, clientY);
  return place ? threadsAt(threads, place.block, place.offset) : [];
}
