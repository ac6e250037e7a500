import type { BlockId } from '#article';
import type { Anchor, TextPositionSelector } from './anchor.ts';

/** Where an anchor lands in a version of the article: a block and a range in its text. */
export interface Passage extends TextPositionSelector {
  block: BlockId;
}

/** Does the block's text stand at the anchor's position exactly as the anchor quotes it? */
export function quotesExactly(anchor: Anchor, text: string): boolean {
  const { start, end } = anchor.position;
  return end > start && text.slice(start, end) === anchor.quote.exact;
}

/**
 * Finds the passage in the texts of a version: where the anchor says, else the occurrence of its quotation with the
 * most fitting surroundings, in its own block first. `undefined` makes the annotation an orphan.
 */
export function resolveAnchor(anchor: Anchor, passages: ReadonlyMap<BlockId, string>): Passage | undefined {
  const own = passages.get(anchor.block);
  if (own !== undefined) {
    if (quotesExactly(anchor, own)) return { block: anchor.block, ...anchor.position };
    const moved = bestOccurrence(anchor, own);
    if (moved) return { block: anchor.block, start: moved.start, end: moved.end };
  }
  let best: (Passage & { score: number }) | undefined;
  for (const [block, text] of passages) {
    const found = bestOccurrence(anchor, text);
    if (found && (!best || found.score > best.score)) best = { block, ...found };
  }
  return best && { block: best.block, start: best.start, end: best.end };
}

function bestOccurrence(anchor: Anchor, text: string): (TextPositionSelector & { score: number }) | undefined {
  const { exact, prefix, suffix } = anchor.quote;
  let best: (TextPositionSelector & { score: number }) | undefined;
  for (let start = text.indexOf(exact); start !== -1; start = text.indexOf(exact, start + 1)) {
    const end = start + exact.length;
    const score = commonSuffix(text.slice(0, start), prefix) + commonPrefix(text.slice(end), suffix);
    if (!best || score > best.score) best = { start, end, score };
  }
  return best;
}

function commonPrefix(a: string, b: string): number {
  let n = 0;
  while (n < a.length && n < b.length && a[n] === b[n]) n++;
  return n;
}

function commonSuffix(a: string, b: string): number {
  let n = 0;
  while (n < a.length && n < b.length && a[a.length - 1 - n] === b[b.length - 1 - n]) n++;
  return n;
}
