import type { BlockId } from '#article';
import { type Anchor, CONTEXT_LENGTH } from './anchor.ts';

/** The anchor of `[start, end)` in a block with this text. White space at either end is left out. */
export function makeAnchor(block: BlockId, text: string, start: number, end: number): Anchor {
  const from = start + leadingSpace(text.slice(start, end));
  const to = Math.max(from, start + text.slice(start, end).trimEnd().length);
  return {
    block,
    position: { start: from, end: to },
    quote: {
      exact: text.slice(from, to),
      prefix: wellFormed(text.slice(Math.max(0, from - CONTEXT_LENGTH), from)),
      suffix: wellFormed(text.slice(to, to + CONTEXT_LENGTH)),
    },
  };
}

const leadingSpace = (text: string): number => text.length - text.trimStart().length;

/** Cutting by length may halve a surrogate pair; the half is dropped. */
const wellFormed = (text: string): string => text.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '');
