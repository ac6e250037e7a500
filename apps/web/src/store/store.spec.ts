import { createStore } from './store.ts';

describe('a store', () => {
  it('tells its listeners of a change, and only of a change', () => {
    const store = createStore(1);
    const seen: number[] = [];
    const stop = store.subscribe(() => seen.push(store.get()));
    store.set(2);
    store.set(2);
    store.update((was) => was + 1);
    stop();
    store.set(9);
    expect(seen).toEqual([2, 3]);
  });
});
