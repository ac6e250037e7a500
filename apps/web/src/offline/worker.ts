/**
 * The service worker: what was read once can be read without a network. It keeps the files of one build, and the pictures of
 * articles; never an answer of the API. What was said is kept by the page (kept-rooms.ts), which knows who is signed in.
 */

interface Lasting extends Event {
  waitUntil(done: Promise<unknown>): void;
}
interface Fetching extends Lasting {
  request: Request;
  respondWith(response: Promise<Response>): void;
}
/** The little of a worker's scope that is used: its types and those of a page can't be loaded together. */
interface WorkerScope {
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
}
const worker = self as unknown as WorkerScope;

/** Written in by the build (vite.config.ts): a hash over it, and the files that every screen may need. */
const BUILD = 'catena-build-__BUILD__';
const FILES = '__FILES__'.split(' ');
/** As in kept-rooms.ts, which forgets them. */
const PICTURES = 'catena-pictures';
const SHELL = '/index.html';

/** How long a page waits for the network before it opens from what is kept, in milliseconds. */
const PATIENCE = 4_000;

worker.addEventListener('install', (event) => {
  const fill = async () => {
    const cache = await caches.open(BUILD);
    await cache.addAll([SHELL, ...FILES]);
    await worker.skipWaiting();
  };
  event.waitUntil(fill());
});

worker.addEventListener('activate', (event) => {
  // The build before this one stays: pages that are open still load their later parts from it.
  const tidy = async () => {
    const builds = (await caches.keys()).filter((name) => name.startsWith('catena-build-') && name !== BUILD);
    await Promise.all(builds.slice(0, -1).map((name) => caches.delete(name)));
    await worker.clients.claim();
  };
  event.waitUntil(tidy());
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate') {
    if (!/^\/(api|operate|sign-in|socket\.io)(\/|$)/.test(pathname)) event.respondWith(page(request));
  } else if (pathname.startsWith('/assets/')) event.respondWith(keptOr(request, BUILD));
  else if (/^\/api\/seminars\/[^/]+\/assets\/[0-9a-f]{64}$/.test(pathname))
    event.respondWith(keptOr(request, PICTURES));
});

/** The page as the server has it; the kept one where the server can't be reached. */
async function page(request: Request): Promise<Response> {
  try {
    return await fetch(request, { signal: AbortSignal.timeout(PATIENCE) });
  } catch {
    return (await caches.match(SHELL)) ?? Response.error();
  }
}

/** What never changes under its name: kept when it is first needed. */
async function keptOr(request: Request, name: string): Promise<Response> {
  const kept = await caches.match(request);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) {
    const cache = await caches.open(name);
    await cache.put(request, response.clone()).catch(() => undefined);
  }
  return response;
}
