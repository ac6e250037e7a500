import { useCallback, useRef, useSyncExternalStore } from 'react';
import type { Store } from './store.ts';

/**
 * What `select` finds in the store; the component renders again only when that changes. Pass `equal` where the
 * selection is made anew each time.
 */
export function useStore<T, S>(
  store: Store<T>,
  select: (value: T) => S,
  equal: (a: S, b: S) => boolean = Object.is,
): S {
  const last = useRef<{ from: T; selected: S } | undefined>(undefined);
  const selectNow = (): S => {
    const from = store.get();
    const held = last.current;
    if (held && Object.is(held.from, from) && selectRef.current === select) return held.selected;
    const selected = select(from);
    const kept = held && equal(held.selected, selected) ? held.selected : selected;
    last.current = { from, selected: kept };
    selectRef.current = select;
    return kept;
  };
  const selectRef = useRef(select);
  return useSyncExternalStore(
    useCallback((listener: () => void) => store.subscribe(listener), [store]),
    selectNow,
  );
}
