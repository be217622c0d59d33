import { afterEach, expect, it, vi } from 'vitest';
import { loadManifest } from '../scorer/model-files/load-manifest.js';
import { isForPage } from './manifest-request.js';

const FOLDER = 'https://example.org/quals/models/tiny/';
const isAnswered = (request: Request): boolean => isForPage(new URL(request.url), request);

afterEach(() => {
  vi.unstubAllGlobals();
});

it('answers the page, also one that is reloaded, with the manifest of any model and with nothing else', () => {
  expect(isAnswered(new Request(`${FOLDER}manifest.json`))).toBe(true);
  // A browser may ask like this for what a reloaded page reads.
  expect(isAnswered(new Request(`${FOLDER}manifest.json`, { cache: 'no-cache' }))).toBe(true);
  expect(isAnswered(new Request(`${FOLDER}weights-00.bin`))).toBe(false);
  expect(isAnswered(new Request('https://example.org/quals/manifest.json'))).toBe(false);
});

it('leaves the scoring worker to its own copy: the one that was stored completely', async () => {
  const asked: Request[] = [];
  vi.stubGlobal('fetch', (url: string, init?: RequestInit) => {
    asked.push(new Request(url, init));
    return Promise.reject(new TypeError('Failed to fetch'));
  });
  await expect(loadManifest(FOLDER, undefined)).rejects.toMatchObject({ code: 'network-failed' });
  expect(asked.map(isAnswered)).toEqual([false]);
});
