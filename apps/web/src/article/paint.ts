/**
 * Colours passages without touching the DOM of the text: the CSS Custom Highlight API, or, where a browser has none,
 * boxes laid under the text.
 */
import type { HighlightKind, Painted } from '../views/highlights.ts';
import { elementOf, measured, rangeIn } from './text-map.ts';

/** Later kinds are painted over earlier ones. */
const KINDS: readonly HighlightKind[] = ['said', 'asked', 'mine', 'near', 'open', 'open-asked'];

export const paintsNatively = (): boolean => typeof CSS !== 'undefined' && 'highlights' in CSS;

/**
 * Paints these passages, and none other of these kinds. `layer` holds the boxes where the browser can't highlight by
 * itself.
 */
export function paint(
  kinds: readonly HighlightKind[],
  highlights: readonly Painted[],
  layer: HTMLElement | null,
): void {
  const ranges = new Map<HighlightKind, StaticRange[]>(kinds.map((kind) => [kind, []]));
  for (const { block, start, end, kind } of highlights) {
    const list = ranges.get(kind);
    const element = list && elementOf(block);
    const range = element && rangeIn(element, start, end);
    if (range) list.push(range);
  }
  if (paintsNatively()) paintRanges(ranges);
  else if (layer) paintBoxes(ranges, layer);
}

function paintRanges(ranges: ReadonlyMap<HighlightKind, readonly StaticRange[]>): void {
  for (const [kind, list] of ranges) {
    const highlight = new Highlight(...list);
    highlight.priority = KINDS.indexOf(kind);
    CSS.highlights.set(kind, highlight);
  }
}

function paintBoxes(ranges: ReadonlyMap<HighlightKind, readonly StaticRange[]>, layer: HTMLElement): void {
  const origin = layer.getBoundingClientRect();
  const boxes = [...ranges].flatMap(([kind, list]) =>
    list.flatMap((range) =>
      [...measured(range).getClientRects()].map((rect) => {
        const box = document.createElement('i');
        box.className = `painted painted-${kind}`;
        box.style.transform = `translate(${rect.left - origin.left}px, ${rect.top - origin.top}px)`;
        box.style.width = `${rect.width}px`;
        box.style.height = `${rect.height}px`;
        return box;
      }),
    ),
  );
  layer.replaceChildren(...boxes);
}
