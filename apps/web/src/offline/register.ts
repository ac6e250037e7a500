import { createStore } from '../store/store.ts';

/** True once a newer build than the one on the screen has come. */
export const newerBuild = createStore(false);

/** Registers the service worker when the page has settled; a browser without one reads online. */
export function registerWorker(): void {
  if (!('serviceWorker' in navigator)) return;
  const first = navigator.serviceWorker.controller === null;
  let waiting = first;
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (!waiting) newerBuild.set(true);
    waiting = false;
  });
  const register = () => void navigator.serviceWorker.register('/sw.js').catch(() => undefined);
  if (document.readyState === 'complete') register();
  else addEventListener('load', register, { once: true });
}
