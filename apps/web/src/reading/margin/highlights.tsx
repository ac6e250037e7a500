import { useEffect, useMemo, useReducer, useState } from 'react';
import { paint, paintsNatively } from '../../article/paint.ts';
import { useBlocksNear } from '../../article/use-blocks-near.ts';
import { useStore } from '../../store/use-store.ts';
import { highlightsOf, highlightsOfDraft, type Painted } from '../../views/highlights.ts';
import { useSession, useUi, useView } from '../session.ts';

/**
 * The colours on the text, in step with the threads, and with the one that is open or pointed at. Only what is near the
 * window is coloured: the browser looks through all colours whenever anything on the page changes.
 */
export function Highlights() {
  const threads = useView((view) => view?.visible.placed);
  const document = useView((view) => view?.document);
  const open = useUi((ui) => ui.open);
  const pointed = useUi((ui) => ui.near);
  const writing = useUi((ui) => ui.writing);
  const opening = useStore(useSession().drafts.store, (drafts) => writing && drafts[writing]?.opening);
  const near = useBlocksNear(document);
  const [layer, setLayer] = useState<HTMLElement | null>(null);
  const resized = useResized(layer);
  const here = useMemo(
    () => threads?.filter(({ passages }) => passages.some(({ block }) => near.has(block))) ?? [],
    [threads, near],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new document or size is painted anew
  useEffect(() => {
    const draft: readonly Painted[] = opening ? highlightsOfDraft(opening) : [];
    const base = [...highlightsOf(here, open, undefined), ...draft];
    paint(['said', 'asked', 'mine', 'open', 'open-asked'], base, boxes(layer, 0));
  }, [here, open, opening, document, layer, resized]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new document or size is painted anew
  useEffect(() => {
    const only = here.filter(({ id }) => id === pointed);
    paint(['near'], highlightsOf(only, undefined, pointed), boxes(layer, 1));
  }, [here, pointed, document, layer, resized]);

  return (
    <div className="paint" ref={setLayer} aria-hidden="true">
      <div />
      <div />
    </div>
  );
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
