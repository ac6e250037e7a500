/**
 * Parts of a screen that nobody needs to begin to read: they are loaded when the text stands there and the browser is idle, or
 * as soon as one is wanted. Once loaded they render at once, so no key pressed after that is lost.
 */
import {
  type ComponentType,
  createContext,
  type ReactNode,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
} from 'react';
import { createStore } from '../store/store.ts';
import { useStore } from '../store/use-store.ts';
import { whenIdle } from './when-idle.ts';

const ahead: (() => void)[] = [];

/** Whether somebody had gone on to something else when a part took the place of its stand-in: then it leaves the focus there. */
export const LeftContext = createContext<RefObject<boolean> | undefined>(undefined);

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
    const left = useRef(false);
    if (part) {
      return (
        <LeftContext value={left}>
          <part.Part {...props} />
        </LeftContext>
      );
    }
    return StandIn ? (
      <Standing left={left}>
        <StandIn {...props} />
      </Standing>
    ) : null;
  };
}

function Standing({ left, children }: { left: RefObject<boolean>; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = box.current;
    return () => {
      left.current = !!element?.firstChild && !element.contains(document.activeElement);
    };
  }, [left]);
  return (
    <div ref={box} className="standing">
      {children}
    </div>
  );
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
