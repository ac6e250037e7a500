import { useEffect } from 'react';
import { query } from '../routing/query.ts';
import { sorted, sortFrom } from '../views/filter.ts';
import type { ThreadView } from '../views/threads.ts';
import { undoLast } from './actions.ts';
import { toggleList } from './filter/open-list.ts';
import { isInView, passageRect, readingArea, scrollToRect } from './scroll-to.ts';
import { type Session, useSession } from './session.ts';
import { enterThread, leaveThread } from './thread-focus.ts';
import { annotate } from './writing/annotate.ts';

/** The keys of the room. They rest while somebody writes, but for the palette's, and while a dialog or menu is open. */
export function useShortcuts(): void {
  const session = useSession();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : undefined;
      if (isCtrl(event, 'k') && !target?.closest('dialog')) {
        event.preventDefault();
        session.ui.update((ui) => ({ ...ui, dialog: 'palette' }));
        return;
      }
      if (isCtrl(event, 'z') && !target?.closest('dialog, input, textarea, select') && session.ui.get().undo) {
        event.preventDefault();
        undoLast(session);
        return;
      }
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return;
      if (target?.closest('dialog, [role="menu"], .popover')) return;
      if (session.ui.get().dialog) return typeAhead(session, event);
      if (event.key === 'Escape') return leaveThread(session);
      if (target?.closest('input, textarea, select, [contenteditable]')) return;
      const act = KEYS[event.key];
      if (!act) return;
      if (event.key === 'Enter' && !target?.matches('.passage')) return;
      event.preventDefault();
      act(session);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [session]);
}

/** What is typed before the search is there goes into it, and nowhere else. */
function typeAhead({ ui }: Session, event: KeyboardEvent): void {
  if (ui.get().dialog !== 'search' || event.key.length !== 1) return;
  event.preventDefault();
  ui.update((was) => ({ ...was, typedAhead: was.typedAhead + event.key, searched: was.typedAhead + event.key }));
}

/** This key with Ctrl, or ⌘. */
const isCtrl = ({ key, metaKey, ctrlKey, altKey, shiftKey }: KeyboardEvent, wanted: string): boolean =>
  key.toLowerCase() === wanted && (metaKey || ctrlKey) && !altKey && !shiftKey;

/** What each key does; the palette does the same. */
export const KEYS: Readonly<Record<string, (session: Session) => void>> = {
  j: () => stepParagraph(1),
  k: () => stepParagraph(-1),
  n: (session) => stepThread(session, 1),
  p: (session) => stepThread(session, -1),
  a: (session) => annotate(session, 'commenting'),
  q: (session) => annotate(session, 'questioning'),
  h: (session) => annotate(session, 'highlighting'),
  r: ({ ui }) => {
    const { open } = ui.get();
    if (open) ui.update((was) => ({ ...was, replyingTo: open }));
  },
  Enter: (session) => {
    const id = document.activeElement?.getAttribute('data-block');
    const thread = session.view.get()?.threads.placed.find(({ passages }) => passages[0]?.block === id);
    if (thread) enterThread(session, thread.id);
  },
  '/': ({ ui }) => ui.update((was) => ({ ...was, dialog: 'search', typedAhead: '' })),
  l: () => toggleList(),
  '?': ({ ui }) => ui.update((was) => ({ ...was, dialog: 'keys' })),
};

function stepParagraph(step: 1 | -1): void {
  const blocks = [...document.querySelectorAll<HTMLElement>('article.text [data-passage]')];
  const current = document.activeElement?.closest<HTMLElement>('[data-passage]');
  const { top } = readingArea();
  const inView = blocks.findIndex((block) => block.getBoundingClientRect().bottom > top + 40);
  const at = current ? blocks.indexOf(current) + step : Math.max(0, inView);
  const next = blocks[Math.max(0, Math.min(blocks.length - 1, at))];
  if (!next) return;
  next.focus({ preventScroll: true });
  const rect = next.getBoundingClientRect();
  if (!isInView(rect) || rect.bottom > readingArea().bottom) scrollToRect(rect);
}

/** The next thread after the open one, or else the first one that begins in view. */
export function stepThread(session: Session, step: 1 | -1): void {
  const threads = inOrder(session);
  const { open } = session.ui.get();
  const at = threads.findIndex(({ id }) => id === open);
  const { top } = readingArea();
  const inView = threads.findIndex((thread) => (passageRect(thread)?.top ?? 0) >= top);
  const next = threads[open ? at + step : Math.max(0, inView)];
  if (!next) return;
  enterThread(session, next.id);
}

/** The threads as they are gone through: by place, or as the list beside the text has them. */
function inOrder({ view }: Session): readonly ThreadView[] {
  const threads = view.get()?.visible.placed ?? [];
  const asked = query();
  return asked.has('list') ? sorted(threads, sortFrom(asked)) : threads;
}
