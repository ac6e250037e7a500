import { useEffect } from 'react';
import type { AnnotationId } from '#seminar';
import { annotationId } from '../ids.ts';
import { annotationIn } from '../room/overlay.ts';
import { openThread } from './actions.ts';
import { showPart, showPassage } from './scroll-to.ts';
import { type Session, useSession } from './session.ts';

const ANNOTATION = '#annotation-';

/** The address of a remark, to be given to others. */
export const linkTo = (annotation: AnnotationId): string =>
  `${location.origin}${location.pathname}${ANNOTATION}${annotation}`;

/** Follows the part of the address after #, when the page opens and whenever it changes. */
export function useDeepLinks(): void {
  const session = useSession();
  useEffect(() => {
    const go = () => follow(session, decoded(location.hash));
    // Fonts move lines: wait for them, or one lands beside the place.
    void document.fonts.ready.then(go);
    addEventListener('hashchange', go);
    return () => removeEventListener('hashchange', go);
  }, [session]);
}

/** An address typed by hand may hold a lone `%`. */
function decoded(hash: string): string {
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash;
  }
}

function follow(session: Session, hash: string): void {
  if (hash === '' || hash === '#text') return;
  if (!hash.startsWith(ANNOTATION)) {
    showPart(hash.slice(1));
    return;
  }
  const id = annotationId(hash.slice(ANNOTATION.length));
  const { shown } = session.room.get();
  if (!id) return;
  const annotation = annotationIn(shown, id)?.annotation;
  const thread = annotation && session.view.get()?.byId.get(annotation.thread);
  if (!thread) return;
  openThread(session, thread.id);
  showPassage(thread);
}
