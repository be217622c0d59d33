import { afterEach, expect, it, vi } from 'vitest';
import { MANIFESTS, storeManifests } from './store-manifests.js';

afterEach(() => vi.unstubAllGlobals());

it('stores the manifest of each listed model, below the page’s folder', async () => {
  const addAll = vi.fn();
  const open = vi.fn(() => Promise.resolve({ addAll }));
  vi.stubGlobal('caches', { open });
  const index = { models: [{ id: 'large' }, { id: 'small' }] };
  const fetch = vi.fn(() => Promise.resolve(new Response(JSON.stringify(index))));
  vi.stubGlobal('fetch', fetch);
  await storeManifests('https://host/quals/');
  expect(fetch).toHaveBeenCalledWith(new URL('https://host/quals/models/index.json'));
  expect(open).toHaveBeenCalledWith(MANIFESTS);
  expect(addAll).toHaveBeenCalledWith([
    'https://host/quals/models/large/manifest.json',
    'https://host/quals/models/small/manifest.json',
  ]);
});

it('lets the service worker install without them', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('unreachable')));
  await expect(storeManifests('https://host/')).resolves.toBeUndefined();
});
