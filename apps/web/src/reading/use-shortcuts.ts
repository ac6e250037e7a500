import { useEffect } from 'react';
import { isInView, passageRect, readingArea, scrollToRect } from './scroll-to.ts';
import { type Session, useSession } from './session.ts';
import { enterThread, leaveThread } from './thread-focus.ts';
import { annotate } from './writing/annotate.ts';

/** The keys of the room. They rest while somebody writes, and while a dialog or menu is open. */
export function useShortcuts(): void {
  const session = useSession();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : undefined;
      if (isPaletteKey(event) && !target?.closest('dialog')) {
        event.preventDefault();
        session.ui.update((ui) => ({ ...ui, dialog: 'palette' }));
        return;
      }
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return;
      if (target?.closest('dialog, [role="menu"], .popover')) return;
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

/** Ctrl K, or ⌘ K, also while one writes. */
const isPaletteKey = ({ key, metaKey, ctrlKey, altKey, shiftKey }: KeyboardEvent): boolean =>
  key.toLowerCase() === 'k' && (metaKey || ctrlKey) && !altKey && !shiftKey;

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
  const threads = session.view.get()?.threads.placed ?? [];
  const { open } = session.ui.get();
  const at = threads.findIndex(({ id }) => id === open);
  const { top } = readingArea();
  const inView = threads.findIndex((thread) => (passageRect(thread)?.top ?? 0) >= top);
  const next = threads[open ? at + step : Math.max(0, inView)];
  if (!next) return;
  enterThread(session, next.id);
}
