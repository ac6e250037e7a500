/** What stands behind the ? of the address: how a screen is set, so that it can be shared. */
import { createStore } from '../store/store.ts';
import { useStore } from '../store/use-store.ts';

const here = createStore(globalThis.location?.search ?? '');
globalThis.addEventListener?.('popstate', followQuery);

/** The address has changed. */
export function followQuery(): void {
  here.set(location.search);
}

export const query = (): URLSearchParams => new URLSearchParams(here.get());

/** Calls back after every change; returns how to stop. */
export const onQuery = (listener: () => void): (() => void) => here.subscribe(listener);

/** One thing of it; `undefined` where it is not there. */
export const useQuery = (name: string): string | undefined =>
  useStore(here, (search) => new URLSearchParams(search).get(name) ?? undefined);

/** All of it, as text that changes when it does. */
export const useQueryText = (): string => useStore(here, (search) => search);

/** Sets these, takes out those that are `undefined`, and leaves the rest and the place in the text as they are. */
export function setQuery(change: Readonly<Record<string, string | undefined>>): void {
  const next = query();
  for (const [name, value] of Object.entries(change)) {
    if (value === undefined) next.delete(name);
    else next.set(name, value);
  }
  const search = next.size > 0 ? `?${next}` : '';
  if (search === location.search) return;
  history.replaceState(history.state, '', `${location.pathname}${search}${location.hash}`);
  followQuery();
}
