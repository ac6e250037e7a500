/** Leads to a place of the seminar, in whichever article it is, and shows for a moment where it is. */
import type { BlockId } from '#article';
import type { AnnotationId, ArticleId } from '#seminar';
import { flash } from '../article/flash.ts';
import { elementOf } from '../article/text-map.ts';
import { navigate } from '../routing/location.ts';
import { pathOf } from '../routing/route.ts';
import { openThread } from './actions.ts';
import { isInView, scrollToRect, showPassage } from './scroll-to.ts';
import type { Session } from './session.ts';

export interface Destination {
  article: ArticleId;
  block?: BlockId | string | undefined;
  /** A remark, and the thread that it is in. */
  said?: { annotation: AnnotationId; thread: AnnotationId } | null | undefined;
  /** The words to be shown there. */
  words?: readonly string[] | undefined;
}

/** How long to wait for another article to be there, in milliseconds. */
const ARTICLE_WITHIN = 5_000;

export async function goTo(session: Session, destination: Destination): Promise<void> {
  const { article, block, said, words = [] } = destination;
  if (session.view.get()?.article !== article) {
    navigate(pathOf({ screen: 'room', seminar: session.seminar, article }));
    if (!(await shown(session, article))) return;
  }
  const thread = said && session.view.get()?.byId.get(said.thread);
  if (said && thread) {
    openThread(session, thread.id);
    showPassage(thread);
    await settled();
    showRemark(said.annotation);
    return;
  }
  const element = block === undefined ? undefined : elementOf(block);
  if (!element) return;
  const rect = element.getBoundingClientRect();
  if (!isInView(rect)) scrollToRect(rect);
  element.focus({ preventScroll: true });
  flash(element, words);
}

/** Brings a remark of the open thread into view and gives it the focus, which colours it for a moment. */
function showRemark(annotation: AnnotationId): void {
  const remark = document.getElementById(`annotation-${annotation}`);
  if (!remark) return;
  remark.focus({ preventScroll: true });
  if (!isInView(remark.getBoundingClientRect())) remark.scrollIntoView({ block: 'nearest' });
}

/** Is the article shown before long? */
function shown({ view }: Session, article: ArticleId): Promise<boolean> {
  return new Promise((resolve) => {
    const done = (is: boolean) => {
      clearTimeout(timer);
      stop();
      void settled().then(() => resolve(is));
    };
    const timer = setTimeout(() => done(false), ARTICLE_WITHIN);
    const look = () => view.get()?.article === article && done(true);
    const stop = view.subscribe(look);
    look();
  });
}

/** Two frames: what was changed is on the screen. */
const settled = () =>
  new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
