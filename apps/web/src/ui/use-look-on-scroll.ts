import { useEffect } from 'react';

/** Looks at once, and again in the next frame whenever the page has scrolled or changed its size. `look` must stay the same. */
export function useLookOnScroll(look: () => void): void {
  useEffect(() => {
    let frame = 0;
    const soon = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(look);
    };
    soon();
    addEventListener('scroll', soon, { passive: true });
    addEventListener('resize', soon);
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener('scroll', soon);
      removeEventListener('resize', soon);
    };
  }, [look]);
}
