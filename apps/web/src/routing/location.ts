/** The address bar as a store: screens follow it, links and code change it through here. */
import { createStore } from '../store/store.ts';
import { useStore } from '../store/use-store.ts';
import { followQuery } from './query.ts';
import { type Route, routeOf } from './route.ts';

const here = createStore(globalThis.location?.pathname ?? '/');
globalThis.addEventListener?.('popstate', () => here.set(location.pathname));

/** Goes to a path of the app without loading the page. */
export function navigate(path: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') history.pushState(null, '', path);
  else history.replaceState(null, '', path);
  here.set(location.pathname);
  followQuery();
  if (how === 'push') scrollTo(0, 0);
}

/** The route of the current address. */
export function useRoute(): Route {
  const path = useStore(here, (value) => value);
  return routeOf(path);
}
