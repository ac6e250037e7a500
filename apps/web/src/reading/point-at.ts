import type { AnnotationId } from '#seminar';
import type { Session } from './session.ts';

/** What a card does so that its passage is coloured while it is pointed at, or has the focus. */
export function pointAt({ ui }: Session, thread: AnnotationId) {
  const point = () => ui.update((was) => (was.near === thread ? was : { ...was, near: thread }));
  const leave = () => ui.update((was) => (was.near === thread ? { ...was, near: undefined } : was));
  return { onPointerEnter: point, onPointerLeave: leave, onFocus: point, onBlur: leave };
}
