import { useEffect } from 'react';
import { useRoom, useSession, useUi } from '../session.ts';
import { blockAtLine, bringToLine } from './reading-line.ts';

/** How often I say where I lead to at most, in milliseconds. */
const EVERY = 500;

/** While I lead, the others are told which block is at my reading line. */
export function useLeading(): void {
  const { client } = useSession();
  const leading = useUi((ui) => ui.leading);
  const live = useRoom((room) => room.connection === 'live');
  useEffect(() => {
    if (!leading || !live) return;
    let told: string | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = () => {
      timer = undefined;
      const block = blockAtLine();
      if (block === told) return;
      told = block;
      client.report({ leads: block });
    };
    const scrolled = () => {
      timer ??= setTimeout(tell, EVERY);
    };
    tell();
    addEventListener('scroll', scrolled, { passive: true });
    return () => {
      clearTimeout(timer);
      removeEventListener('scroll', scrolled);
      client.report({ leads: undefined });
    };
  }, [client, leading, live]);
}

/** Keys by which one scrolls oneself. */
const SCROLLS = new Set(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', ' ', 'j', 'k', 'n', 'p']);

/** While I follow somebody, I see what they see; to scroll oneself is to stop. */
export function useFollowing(): void {
  const { ui } = useSession();
  const following = useUi((it) => it.following);
  const block = useRoom(({ here }) => here.find(({ member }) => member === following)?.leads);
  const gone = following !== undefined && block === undefined;
  useEffect(() => {
    if (gone) ui.update((was) => ({ ...was, following: undefined }));
  }, [ui, gone]);
  useEffect(() => {
    if (following && block) bringToLine(block);
  }, [following, block]);
  useEffect(() => {
    if (!following) return;
    const stop = () => ui.update((was) => ({ ...was, following: undefined }));
    const key = (event: KeyboardEvent) => {
      const writes = event.target instanceof Element && event.target.closest('input, textarea, select, dialog');
      if (!writes && SCROLLS.has(event.key)) stop();
    };
    const onScrollbar = (event: PointerEvent) => {
      if (event.clientX >= document.documentElement.clientWidth) stop();
    };
    addEventListener('wheel', stop, { passive: true });
    addEventListener('touchmove', stop, { passive: true });
    addEventListener('keydown', key);
    addEventListener('pointerdown', onScrollbar);
    return () => {
      removeEventListener('wheel', stop);
      removeEventListener('touchmove', stop);
      removeEventListener('keydown', key);
      removeEventListener('pointerdown', onScrollbar);
    };
  }, [ui, following]);
}
