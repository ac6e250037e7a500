import type { Session } from '../session.ts';

/** Prints the article, its notes at the end; with the discussion after it where that is wanted. */
export function print({ ui }: Session, discussion: boolean): void {
  if (!discussion) {
    window.print();
    return;
  }
  addEventListener('afterprint', () => ui.update((was) => ({ ...was, printing: false })), { once: true });
  ui.update((was) => ({ ...was, printing: true }));
}
