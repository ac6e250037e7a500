import { useEffect } from 'react';
import { keep, recall } from '../kept/kept.ts';
import { m } from '../messages/messages.ts';
import { notify } from './actions.ts';
import { readingArea } from './scroll-to.ts';
import { useSession, useView } from './session.ts';

/** The first passage in the reading area, and which part of it is above. */
interface Place {
  block: string;
  part: number;
}

/** Written down when scrolling has rested so long, in milliseconds. */
const RESTED = 300;

/** Opens the article where this person left it on this device, unless the address names a place. */
export function useReadingPlace(): void {
  const session = useSession();
  const article = useView((view) => view?.article);
  useEffect(() => {
    if (!article) return;
    const key = `place.${session.seminar}.${session.room.get().you.member}.${article}`;
    let gone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const write = () => {
      clearTimeout(timer);
      timer = undefined;
      const place = placeInView();
      if (place) keep(key, place);
    };
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(write, RESTED);
    };
    const begin = () => {
      if (gone) return;
      if (location.hash === '' && scrollY === 0 && goTo(recall(key))) {
        notify(session, m.progress.resumed, { label: m.progress.toStart, run: () => scrollTo({ top: 0 }) });
      }
      addEventListener('scroll', later, { passive: true });
      addEventListener('pagehide', write);
    };
    // Fonts move lines: wait for them, or one lands beside the place.
    void document.fonts.ready.then(begin);
    return () => {
      gone = true;
      if (timer !== undefined) write();
      removeEventListener('scroll', later);
      removeEventListener('pagehide', write);
    };
  }, [session, article]);
}

const blocks = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('article.text [data-block]')];

function placeInView(): Place | undefined {
  const all = blocks();
  const { top } = readingArea();
  // They stand below each other: the first that ends in the reading area is found in a few looks.
  let [low, high] = [0, all.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle]?.getBoundingClientRect().bottom ?? 0) > top) high = middle;
    else low = middle + 1;
  }
  const block = all[low];
  const id = block?.dataset.block;
  if (!block || id === undefined) return undefined;
  const rect = block.getBoundingClientRect();
  return { block: id, part: (top - rect.top) / Math.max(1, rect.height) };
}

/** False where it was never left, or left near its beginning. */
function goTo(kept: unknown): boolean {
  const place = typeof kept === 'object' && kept !== null ? (kept as Partial<Place>) : {};
  const block = blocks().find((it) => it.dataset.block === place.block);
  if (!block || typeof place.part !== 'number') return false;
  const rect = block.getBoundingClientRect();
  const { top } = readingArea();
  const target = scrollY + rect.top + rect.height * Math.min(1, place.part) - top;
  if (target < innerHeight / 2) return false;
  scrollTo({ top: target });
  return true;
}
