/** The line at which one reads, and the way of a block to it. */
import type { BlockId } from '#article';
import { elementOf } from '../../article/text-map.ts';
import { calmly } from '../scroll-to.ts';

/** Where the line lies in the window. */
const AT = 0.3;

/** The first block of the article that ends below the line. */
export function blockAtLine(): BlockId | undefined {
  const line = innerHeight * AT;
  const blocks = [...document.querySelectorAll<HTMLElement>('article.text [data-block]')];
  const found = blocks.find((block) => block.getBoundingClientRect().bottom > line) ?? blocks.at(-1);
  return found?.dataset.block as BlockId | undefined; // made from the document
}

/** Scrolls a block to the line; one that lies there already stays. */
export function bringToLine(block: string): void {
  const rect = elementOf(block)?.getBoundingClientRect();
  const line = innerHeight * AT;
  if (!rect || (rect.top <= line && rect.bottom > line)) return;
  scrollTo({ top: scrollY + rect.top - line + Math.min(40, rect.height / 2), behavior: calmly() });
}
