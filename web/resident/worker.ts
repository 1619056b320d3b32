/*
 * Keeps the residents' page on the phone, so that it opens without a connection. Nothing that the API answers is kept.
 * Files whose names change with their content are taken from the phone; all else is asked for first.
 */

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
const NAME = 'pages-1';

const pathIn = (url: string): string | undefined => {
  const { scope: base } = scope.registration;
  return url.startsWith(base) ? url.slice(base.length).replace(/[?#].*$/, '') : undefined;
};

const keep = async (request: Request, path: string): Promise<Response> => {
  const response = await fetch(request);
  // Without what stands behind the question mark: codes of signing in are not kept.
  if (response.ok) await (await caches.open(NAME)).put(new URL(path, scope.registration.scope), response.clone());
  return response;
};

const answer = async (request: Request, path: string): Promise<Response> => {
  const cache = await caches.open(NAME);
  const here = await cache.match(new URL(path, scope.registration.scope));
  if (here && path.startsWith('assets/')) return here;
  try {
    return await keep(request, path);
  } catch (error) {
    if (here) return here;
    throw error;
  }
};

scope.addEventListener('install', (event) => event.waitUntil(scope.skipWaiting()));
scope.addEventListener('activate', (event) => event.waitUntil(scope.clients.claim()));
scope.addEventListener('fetch', (event) => {
  const path = pathIn(event.request.url);
  if (event.request.method !== 'GET' || path === undefined) return;
  event.respondWith(answer(event.request, path));
});
