/** A value that can be watched: all that React needs of a store. */
export interface Store<T> {
  get(): T;
  set(next: T): void;
  update(change: (was: T) => T): void;
  /** Calls back after every change; returns how to stop. */
  subscribe(listener: () => void): () => void;
}

/** A store that holds this value first. Setting the value it has already is no change. */
export function createStore<T>(initial: T): Store<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  const set = (next: T): void => {
    if (Object.is(value, next)) return;
    value = next;
    for (const listener of [...listeners]) listener();
  };
  return {
    get: () => value,
    set,
    update: (change) => set(change(value)),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Calls back after a change of what `select` finds; returns how to stop. */
export function onChange<T>(store: Store<T>, select: (value: T) => unknown, listener: () => void): () => void {
  let was = select(store.get());
  return store.subscribe(() => {
    const now = select(store.get());
    if (Object.is(now, was)) return;
    was = now;
    listener();
  });
}
