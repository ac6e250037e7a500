import { type RefObject, useLayoutEffect, useMemo, useReducer, useRef, useState } from 'react';
import type { Passage } from '#anchoring';
import { elementOf, rectIn } from '../../article/text-map.ts';
import { layOut } from '../../views/margin-layout.ts';
import { type MarginEntry, passageOf } from './margin-entries.ts';

/** Heights of what is folded, in pixels; margin.css says the same. What is open is measured. */
const FOLDED = { poll: 40, thread: 40, draft: 40, refused: 40, stack: 30 } as const;
/** No card stands above the bar over the threads, which has this height. */
const SPACING = { gap: 8, top: 44 };

export interface Placed {
  entry: MarginEntry;
  top: number;
}

/** Where each entry stands beside the text, measured anew when the text, the entries or an open card change. */
export function useMarginLayout(
  margin: RefObject<HTMLElement | null>,
  entries: readonly MarginEntry[],
  open: string | undefined,
  unfolded: string | undefined,
): { placed: readonly Placed[]; height: number; measure: (element: HTMLElement | null) => void } {
  const [version, textChanged] = useReducer((n: number) => n + 1, 0);
  const [wants, setWants] = useState<ReadonlyMap<string, number>>(new Map());
  const [heights, setHeights] = useState<ReadonlyMap<string, number>>(new Map());
  const observer = useRef<ResizeObserver | undefined>(undefined);

  /** Where passages were found to be; they stay there until the text is set anew. */
  const found = useRef(new WeakMap<Passage, number>());

  useLayoutEffect(() => {
    const text = document.querySelector('article.text');
    if (!text) return;
    const resized = new ResizeObserver(() => {
      found.current = new WeakMap();
      textChanged();
    });
    resized.observe(text);
    return () => resized.disconnect();
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: measured anew when the text is set anew
  useLayoutEffect(() => {
    // Asking for it sets the page: only where there is something to be found.
    let top: number | undefined;
    const origin = () => (top ??= margin.current?.getBoundingClientRect().top ?? 0);
    const next = new Map(entries.map((entry) => [entry.id, wantOf(entry, origin, found.current)]));
    setWants((was) => (sameNumbers(was, next) ? was : next));
  }, [entries, margin, version]);

  /** Ref of a card whose height is its own. */
  const measure = useMemo(() => {
    const seen = (records: readonly ResizeObserverEntry[]) =>
      setHeights((was) => {
        const next = new Map(was);
        for (const { target } of records) {
          if (target instanceof HTMLElement && target.isConnected)
            next.set(target.dataset.entry ?? '', target.offsetHeight);
        }
        return sameNumbers(was, next) ? was : next;
      });
    return (element: HTMLElement | null) => {
      observer.current ??= new ResizeObserver(seen);
      if (element) observer.current.observe(element);
    };
  }, []);

  return useMemo(() => {
    const cards = entries.map((entry) => ({
      id: entry.id,
      want: wants.get(entry.id) ?? 0,
      height: entry.id === open || entry.id === unfolded ? (heights.get(entry.id) ?? 160) : FOLDED[entry.kind],
    }));
    const tops = layOut(cards, open, SPACING);
    const placed = entries.map((entry, i) => ({ entry, top: Math.round(tops[i] ?? 0) }));
    const last = cards.at(-1);
    return { placed, measure, height: last ? (tops.at(-1) ?? 0) + last.height + 40 : 0 };
  }, [entries, wants, heights, open, unfolded, measure]);
}

/** A card's first line stands a little above its passage, so that text is level with text. */
function wantOf(entry: MarginEntry, origin: () => number, found: WeakMap<Passage, number>): number {
  const passage = passageOf(entry);
  const known = passage && found.get(passage);
  if (known !== undefined) return known;
  const block = passage && elementOf(passage.block);
  if (!block) return 0;
  const want = Math.max(0, rectIn(block, passage.start, passage.start + 1).top - origin() - 8);
  found.set(passage, want);
  return want;
}

function sameNumbers(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean {
  return a.size === b.size && [...a].every(([key, value]) => b.get(key) === value);
}
