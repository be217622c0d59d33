/**
 * The service worker: stores the page for visits without a network, and adds the headers that threads need. The model and its
 * runtime are not its business: the scoring worker stores and verifies them itself.
 */
import {
  addPlugins,
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  precacheAndRoute,
  type PrecacheEntry,
} from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { NetworkFirst } from 'workbox-strategies';
import { isolate } from './isolate.js';
import { isForPage } from './manifest-request.js';
import { MANIFESTS, storeManifests } from './store-manifests.js';

declare const self: ServiceWorkerGlobalScope & {
  /** The files of this build, filled in by vite-plugin-pwa. */
  readonly __WB_MANIFEST: readonly (PrecacheEntry | string)[];
};

// Before the routes. It covers the page itself and the scripts of its workers, which need the headers too.
addPlugins([{ handlerWillRespond: ({ response }) => Promise.resolve(isolate(response)) }]);
precacheAndRoute([...self.__WB_MANIFEST]);
cleanupOutdatedCaches();
registerRoute(new NavigationRoute(createHandlerBoundToURL('index.html')));

// The page reads from it how large the model is. calibration.json comes with the page's own version, and is left aside where it
// is of another model than this one.
registerRoute(
  ({ url, request }) => isForPage(url, request),
  new NetworkFirst({
    cacheName: MANIFESTS,
    // A model that is not listed has none. The page takes that for an unreachable file.
    plugins: [{ handlerDidError: () => Promise.resolve(new Response(null, { status: 504 })) }],
  }),
);
self.addEventListener('install', (event) => event.waitUntil(storeManifests(self.registration.scope)));

// A new version waits until a person installs it (src/app/document/service-worker.ts), so no run is interrupted.
self.addEventListener('message', ({ data }) => {
  if ((data as { readonly type?: unknown } | null)?.type === 'SKIP_WAITING') void self.skipWaiting();
});

// Offline from the first visit on, not only from the second.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
