/*
 * Keeps the residents' page on the phone, so that it opens without a connection, and when the hotline is broken. What is
 * kept, and when it is used, stands in kept-page.ts.
 */
import { type PageCache, pageKeeper } from './kept-page.ts';

/** The little that this file needs of a worker's types, which do not go together with those of a page. */
interface WorkerScope {
  addEventListener(type: 'install' | 'activate' | 'fetch', listener: (event: WorkerEvent) => void): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  registration: { scope: string };
}
interface WorkerEvent {
  waitUntil(work: Promise<unknown>): void;
  respondWith(answer: Promise<Response>): void;
  request: Request;
}

const scope = self as unknown as WorkerScope;
const { scope: base } = scope.registration;
/** Another name for another way of keeping: what stood under earlier ones goes. */
const NAME = 'pages-2';

const keeper = pageKeeper({
  base,
  cache: async (): Promise<PageCache> => caches.open(NAME),
  fetch: (address) => fetch(address),
});

/** Without what stands behind the question mark: codes of signing in are not kept. */
const pathIn = (url: string): string | undefined =>
  url.startsWith(base) ? url.slice(base.length).replace(/[?#].*$/, '') : undefined;

const dropOthers = async (): Promise<void> => {
  for (const name of await caches.keys()) if (/^pages-/.test(name) && name !== NAME) await caches.delete(name);
};

// A browser that keeps nothing, or has no connection now, has a worker all the same.
scope.addEventListener('install', (event) =>
  event.waitUntil(
    keeper
      .begin()
      .catch(() => {})
      .then(() => scope.skipWaiting()),
  ),
);
scope.addEventListener('activate', (event) =>
  event.waitUntil(
    dropOthers()
      .catch(() => {})
      .then(() => scope.clients.claim()),
  ),
);
scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const path = pathIn(request.url);
  if (request.method !== 'GET' || path === undefined) return;
  event.respondWith(keeper.answer(path, { ask: () => fetch(request), later: (work) => event.waitUntil(work) }));
});
