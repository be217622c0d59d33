import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { FileStore } from './file-store.js';
import { loadManifest } from './load-manifest.js';

const TINY = readFileSync('public/models/tiny/manifest.json', 'utf8');
const FOLDER = 'https://example.org/models/tiny/';

function storeWith(manifests: Map<string, string>) {
  let kept: ReadonlySet<string> | undefined;
  const store: FileStore = {
    readFile: () => Promise.resolve(undefined),
    writeFile: () => Promise.resolve(true),
    readManifest: (url) => Promise.resolve(manifests.get(url)),
    writeManifest: (url, text) => {
      manifests.set(url, text);
      return Promise.resolve(true);
    },
    manifests: () => Promise.resolve([...manifests.values()]),
    keepOnly: (sha256s) => {
      kept = sha256s;
      return Promise.resolve();
    },
  };
  return { store, kept: () => kept };
}

function serve(answer: () => Response): void {
  vi.stubGlobal('fetch', () => Promise.resolve().then(answer));
}
const offline = (): Response => {
  throw new TypeError('Failed to fetch');
};

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('loadManifest', () => {
  it('reads the server and stores what it read when asked, keeping the files of every stored model', async () => {
    const other = TINY.replace(/"sha256": "[0-9a-f]{64}"/, `"sha256": "${'1'.repeat(64)}"`);
    const manifests = new Map([
      ['https://example.org/models/other/manifest.json', other],
      ['https://example.org/models/future/manifest.json', '{"format": 99}'],
    ]);
    const { store, kept } = storeWith(manifests);
    serve(() => new Response(TINY));
    const { manifest, store: storeManifest } = await loadManifest(FOLDER, store);
    expect(manifest.id).toBe('tiny');
    expect(manifests.size).toBe(2);
    expect(await storeManifest(['2'.repeat(64)])).toBe(true);
    expect(manifests.get(`${FOLDER}manifest.json`)).toBe(TINY);
    const ownFiles = manifest.files.map(({ sha256 }) => sha256);
    expect(kept()).toEqual(new Set([...ownFiles, '1'.repeat(64), '2'.repeat(64)]));
  });

  it.each<[string, () => Response]>([
    ['offline', offline],
    ['behind a login page', () => new Response('<html>', { headers: { 'content-type': 'text/html' } })],
    ['where the server is in trouble', () => new Response('', { status: 503 })],
  ])('goes on with the stored one %s', async (_, answer) => {
    const { store } = storeWith(new Map([[`${FOLDER}manifest.json`, TINY]]));
    serve(answer);
    const loaded = await loadManifest(FOLDER, store);
    expect(loaded.manifest.id).toBe('tiny');
    expect(await loaded.store([])).toBe(true);
  });

  it('says why there is none', async () => {
    serve(offline);
    await expect(loadManifest(FOLDER, undefined)).rejects.toMatchObject({ code: 'network-failed' });
    serve(() => new Response('', { status: 404 }));
    await expect(loadManifest(FOLDER, storeWith(new Map()).store)).rejects.toMatchObject({ code: 'model-not-found' });
  });

  it('stores nothing if there is no storage', async () => {
    serve(() => new Response(TINY));
    const { store } = await loadManifest(FOLDER, undefined);
    expect(await store([])).toBe(false);
  });
});
