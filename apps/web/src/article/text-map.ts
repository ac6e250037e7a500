/**
 * From places in the document model to places in the DOM, and back. Every run of an article's text is rendered in an
 * element with `data-at`, its offset in the text of the block around it (`data-block`); what is no text of the article
 * (paragraph numbers, note marks) has none, and so is never counted.
 */

import { type Anchor, makeAnchor } from '#anchoring';
import { type Article, type BlockId, blockId, passagesOf } from '#article';

interface Piece {
  at: number;
  node: Text;
}

/** Pieces by block element: the text of an article does not change while it is shown. */
const known = new WeakMap<Element, readonly Piece[]>();

export function piecesOf(block: Element): readonly Piece[] {
  const held = known.get(block);
  if (held?.every(({ node }) => node.isConnected)) return held;
  const pieces = [...block.querySelectorAll<HTMLElement>('[data-at]')].flatMap((element) => {
    const node = element.firstChild;
    return node instanceof Text ? [{ at: Number(element.dataset.at), node }] : [];
  });
  known.set(block, pieces);
  return pieces;
}

/**
 * The range over `[start, end)` of a block's text. It does not follow changes of the page, as the text has none: the
 * browser keeps up each range that does with whatever is put in or taken out anywhere, and there are thousands.
 */
export function rangeIn(block: Element, start: number, end: number): StaticRange | undefined {
  const pieces = piecesOf(block);
  const first = pieces.find(({ at, node }) => start < at + node.length);
  const last = pieces.findLast(({ at }) => at < end);
  if (!first || !last || last.at < first.at) return undefined;
  return new StaticRange({
    ...{ startContainer: first.node, startOffset: Math.max(0, start - first.at) },
    ...{ endContainer: last.node, endOffset: Math.min(last.node.length, end - last.at) },
  });
}

/** The only range that can be measured, moved to whatever is: see `rangeIn`. */
let ruler: Range | undefined;

/** The ruler, laid over a range. */
export function measured({ startContainer, startOffset, endContainer, endOffset }: StaticRange): Range {
  ruler ??= document.createRange();
  ruler.setStart(startContainer, startOffset);
  ruler.setEnd(endContainer, endOffset);
  return ruler;
}

/** Where `[start, end)` of a block's text is in the window; the whole block where it has no such text. */
export function rectIn(block: Element, start: number, end: number): DOMRect {
  const range = rangeIn(block, start, end);
  return (range ? measured(range) : block).getBoundingClientRect();
}

/** Which place in a block's text a place in the DOM is. */
export function offsetIn(block: Element, node: Node, offset: number): number {
  const pieces = piecesOf(block);
  const exact = pieces.find((piece) => piece.node === node);
  if (exact) return exact.at + offset;
  const point = document.createRange();
  point.setStart(node, offset);
  // The first piece that does not lie before the point; otherwise the end of the text.
  const next = pieces.find((piece) => point.comparePoint(piece.node, 0) >= 0);
  const last = pieces.at(-1);
  return next?.at ?? (last ? last.at + last.node.length : 0);
}

/** The block at a place in the DOM. */
export function blockAt(node: Node | null): HTMLElement | undefined {
  const element = node instanceof Element ? node : node?.parentElement;
  return element?.closest<HTMLElement>('[data-block]') ?? undefined;
}

export const idOf = (block: HTMLElement): BlockId => blockId(block.dataset.block ?? '');

/** Thousands of passages lie in a few hundred blocks: each is looked up once, and again when the text is set anew. */
const elements = new Map<string, HTMLElement>();

/** The element of a block. */
export function elementOf(id: string): HTMLElement | undefined {
  const known = elements.get(id);
  if (known?.isConnected) return known;
  const found = document.querySelector<HTMLElement>(`[data-block="${CSS.escape(id)}"]`) ?? undefined;
  if (found) elements.set(id, found);
  else elements.delete(id);
  return found;
}

/** The anchors of what is selected in the article, one per block, in reading order; none where nothing is. */
export function anchorsOf(range: Range, root: Element, article: Article): readonly Anchor[] {
  if (range.collapsed) return [];
  const texts = passagesOf(article);
  return [...root.querySelectorAll<HTMLElement>('[data-block]')]
    .filter((block) => range.intersectsNode(block))
    .flatMap((block) => {
      const id = idOf(block);
      const text = texts.get(id);
      if (text === undefined) return [];
      const start = block.contains(range.startContainer) ? offsetIn(block, range.startContainer, range.startOffset) : 0;
      const end = block.contains(range.endContainer)
        ? offsetIn(block, range.endContainer, range.endOffset)
        : text.length;
      return text.slice(start, end).trim() === '' ? [] : [makeAnchor(id, text, start, end)];
    });
}

/** The block and offset under a point of the screen. */
export function placeAtPoint(x: number, y: number): { block: BlockId; offset: number } | undefined {
  const caret = document.caretPositionFromPoint?.(x, y);
  const legacy = caret ? undefined : document.caretRangeFromPoint?.(x, y);
  const node = caret?.offsetNode ?? legacy?.startContainer ?? null;
  const block = blockAt(node);
  if (!node || !block) return undefined;
  return { block: idOf(block), offset: offsetIn(block, node, caret?.offset ?? legacy?.startOffset ?? 0) };
}
