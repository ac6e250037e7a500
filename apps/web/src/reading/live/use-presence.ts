import { useCallback, useEffect } from 'react';
import type { BlockId } from '#article';
import { useLookOnScroll } from '../../ui/use-look-on-scroll.ts';
import { useSession, useUi } from '../session.ts';

/** How often I say where I am at most, in milliseconds. */
const EVERY = 1_500;

/** Follows which section is in view, and tells the others. */
export function usePresence(): void {
  const { ui, client } = useSession();
  const section = useUi((it) => it.section);
  const look = useCallback(() => {
    const now = sectionInView();
    ui.update((was) => (was.section === now ? was : { ...was, section: now }));
  }, [ui]);
  useLookOnScroll(look);
  useEffect(() => {
    if (!section) return;
    const timer = setTimeout(() => client.report({ section }), EVERY);
    return () => clearTimeout(timer);
  }, [client, section]);
}

/** The last section that begins above the middle of the window. */
function sectionInView(): BlockId | undefined {
  const line = innerHeight * 0.42;
  const begun = [...document.querySelectorAll<HTMLElement>('[data-section]')].filter(
    (element) => element.getBoundingClientRect().top <= line,
  );
  return begun.at(-1)?.dataset.section as BlockId | undefined;
}
