import { useEffect, useReducer } from 'react';
import { paint, paintsNatively } from '../../article/paint.ts';
import { useStore } from '../../store/use-store.ts';
import { highlightsOf, highlightsOfDraft } from '../../views/highlights.ts';
import { useSession, useUi, useView } from '../session.ts';

/** Keeps the colours on the text in step with the threads, and with the one that is open or pointed at. */
export function useHighlights(layer: HTMLElement | null): void {
  const threads = useView((view) => view?.visible.placed);
  const document = useView((view) => view?.document);
  const open = useUi((ui) => ui.open);
  const near = useUi((ui) => ui.near);
  const writing = useUi((ui) => ui.writing);
  const opening = useStore(useSession().drafts.store, (drafts) => writing && drafts[writing]?.opening);
  const resized = useResized(layer);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new document or size is painted anew
  useEffect(() => {
    const base = highlightsOf(threads ?? [], open, undefined);
    const draft = opening ? highlightsOfDraft(opening) : [];
    paint(['said', 'asked', 'mine', 'open', 'open-asked'], [...base, ...draft], boxes(layer, 0));
  }, [threads, open, opening, document, layer, resized]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new document or size is painted anew
  useEffect(() => {
    const pointed = threads?.filter(({ id }) => id === near) ?? [];
    paint(['near'], highlightsOf(pointed, undefined, near), boxes(layer, 1));
  }, [threads, near, document, layer, resized]);
}

const boxes = (layer: HTMLElement | null, index: number): HTMLElement | null => {
  const child = layer?.children[index];
  return child instanceof HTMLElement ? child : null;
};

/** Boxes have to follow the text when it is set anew; native highlights do so by themselves. */
function useResized(layer: HTMLElement | null): number {
  const [count, resized] = useReducer((n: number) => n + 1, 0);
  useEffect(() => {
    if (!layer || paintsNatively()) return;
    const observer = new ResizeObserver(resized);
    observer.observe(layer);
    return () => observer.disconnect();
  }, [layer]);
  return count;
}
