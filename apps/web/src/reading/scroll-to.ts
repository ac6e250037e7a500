/** Brings things into view, but moves nothing that is in view already. */
import { elementOf, rectIn } from '../article/text-map.ts';
import type { ThreadView } from '../views/threads.ts';

/** Smooth, unless somebody prefers that nothing moves. */
export const calmly = (): ScrollBehavior =>
  matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';

/** The part of the window where reading happens: under the top bar, above the strip or the sheet. */
export function readingArea(): { top: number; bottom: number } {
  const sheet = document.querySelector('.sheet')?.getBoundingClientRect().top ?? Number.POSITIVE_INFINITY;
  return { top: 64, bottom: Math.min(innerHeight - 60, sheet) };
}

/** Where the passage of a thread is on the screen. */
export function passageRect({ passages }: ThreadView): DOMRect | undefined {
  const [first] = passages;
  const block = first && elementOf(first.block);
  return block && rectIn(block, first.start, first.end);
}

export function isInView(rect: DOMRect): boolean {
  const { top, bottom } = readingArea();
  return rect.top >= top && rect.top <= bottom - 20;
}

/** Scrolls a passage to the upper third, unless it can be seen. */
export function showPassage(thread: ThreadView): void {
  const rect = passageRect(thread);
  if (rect && !isInView(rect)) scrollToRect(rect);
}

export function scrollToRect(rect: DOMRect): void {
  const { top, bottom } = readingArea();
  scrollTo({ top: scrollY + rect.top - top - (bottom - top) * 0.22, behavior: calmly() });
}

/** Scrolls a part of the article under the top bar and gives it the focus. */
export function showPart(id: string): void {
  const element = document.getElementById(id) ?? elementOf(id);
  if (!element) return;
  scrollTo({ top: scrollY + element.getBoundingClientRect().top - 84, behavior: calmly() });
  const focusable = element.closest<HTMLElement>('[data-block]') ?? element;
  focusable.focus({ preventScroll: true });
}
