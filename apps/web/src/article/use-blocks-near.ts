import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Article } from '#article';

/** How far beyond the window a block is still near, in heights of the window. */
const AHEAD = '150%';
const NONE: ReadonlySet<string> = new Set();

/** The blocks of the text that are in the window or soon will be; all of them while it is printed. */
export function useBlocksNear(article: Article | undefined): ReadonlySet<string> {
  const [near, setNear] = useState(NONE);
  useEffect(() => {
    if (!article) return;
    const blocks = [...document.querySelectorAll<HTMLElement>('article.text [data-block]')];
    const nameOf = (block: Element) => (block instanceof HTMLElement ? block.dataset.block : undefined) ?? '';
    let now = NONE;
    const observer = new IntersectionObserver(
      (entries) => {
        const next = new Set(now);
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) next.add(nameOf(target));
          else next.delete(nameOf(target));
        }
        now = next;
        setNear(now);
      },
      { rootMargin: `${AHEAD} 0px` },
    );
    for (const block of blocks) observer.observe(block);
    // The page is put on paper as soon as these have run.
    const before = () => flushSync(() => setNear(new Set(blocks.map(nameOf))));
    const after = () => setNear(now);
    addEventListener('beforeprint', before);
    addEventListener('afterprint', after);
    return () => {
      observer.disconnect();
      removeEventListener('beforeprint', before);
      removeEventListener('afterprint', after);
    };
  }, [article]);
  return near;
}
