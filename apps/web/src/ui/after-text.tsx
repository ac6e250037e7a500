/**
 * Parts of a screen that nobody needs to begin to read: they are loaded when the text stands there and the browser is idle, or
 * as soon as one is wanted. Once loaded they render at once, so no key pressed after that is lost.
 */
import { type ComponentType, useEffect } from 'react';
import { createStore } from '../store/store.ts';
import { useStore } from '../store/use-store.ts';
import { whenIdle } from './when-idle.ts';

const ahead: (() => void)[] = [];

/** The component that `load` brings; until it is there nothing, or what stands in for it. */
export function afterText<P extends object>(
  load: () => Promise<ComponentType<P>>,
  StandIn?: ComponentType<P>,
): ComponentType<P> {
  const loaded = createStore<{ Part: ComponentType<P> } | undefined>(undefined);
  let started = false;
  const start = () => {
    if (started) return;
    started = true;
    void load().then((Part) => loaded.set({ Part }));
  };
  ahead.push(start);
  return function Later(props: P) {
    const part = useStore(loaded, (it) => it);
    useEffect(() => {
      // What stands on the page from the beginning begins with the text, and must not get in its way.
      const timer = setTimeout(start);
      return () => clearTimeout(timer);
    }, []);
    const Part = part?.Part ?? StandIn;
    return Part ? <Part {...props} /> : null;
  };
}

/** Something else that is loaded with them. */
export const loadAlso = (start: () => void): void => {
  ahead.push(start);
};

/** Loads all of them when the browser is idle; returns how to call it off. */
export const loadAhead = (): (() => void) =>
  whenIdle(() => {
    for (const start of ahead) start();
  });
