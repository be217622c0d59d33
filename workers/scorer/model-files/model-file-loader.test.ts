import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FileStore } from './file-store.js';
import { loadFile, type StoredFile } from './model-file-loader.js';

const RIGHT = new TextEncoder().encode('the weights of a model');
const WRONG = new TextEncoder().encode('the weights of a modem');
const SHA256 = createHash('sha256').update(RIGHT).digest('hex');
const FILE: StoredFile = { path: 'weights-00.bin', bytes: RIGHT.length, sha256: SHA256 };
const URL = 'https://example.org/models/m/weights-00.bin';

/** A store in memory; `full`: without room. */
function memoryStore(full = false): FileStore & { readonly files: Map<string, Uint8Array<ArrayBuffer>> } {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  return {
    files,
    readFile: (sha256) => Promise.resolve(files.has(sha256) ? new Response(files.get(sha256)) : undefined),
    writeFile: (sha256, bytes) => {
      if (!full) files.set(sha256, bytes.slice());
      return Promise.resolve(!full);
    },
    readManifest: () => Promise.resolve(undefined),
    writeManifest: () => Promise.resolve(true),
    manifests: () => Promise.resolve([]),
    keepOnly: () => Promise.resolve(),
  };
}

type Answer = () => Response | Promise<Response>;

let asked: RequestCache[];
function serve(...answers: Answer[]): void {
  vi.stubGlobal('fetch', (_url: string, { cache }: { cache: RequestCache }) => {
    const answer = answers[asked.push(cache) - 1];
    if (!answer) throw new Error('One request more than expected.');
    return Promise.resolve(answer());
  });
}
const ok =
  (bytes: Uint8Array<ArrayBuffer>, type = 'application/octet-stream'): Answer =>
  () =>
    new Response(bytes, { headers: { 'content-type': type } });
const status =
  (code: number): Answer =>
  () =>
    new Response('', { status: code });

/** The file's bytes, whether it is stored, and the final value of the progress bar. */
async function load(store: FileStore | undefined) {
  const target = new Uint8Array(FILE.bytes);
  let [counted, last] = [0, ''];
  const listener = {
    onBytes: (bytes: number, from: string) => {
      counted += bytes;
      last = from;
    },
  };
  const outcome = await loadFile(URL, FILE, target, store, listener).then(
    (loaded) => loaded,
    (error: unknown) => ({ error }),
  );
  return { outcome, text: new TextDecoder().decode(target), counted, last };
}
const TEXT = new TextDecoder().decode(RIGHT);

/** The used part of Web Locks: one holder at a time. */
function locks() {
  let last: Promise<unknown> = Promise.resolve();
  return { request: <T>(_name: string, work: () => Promise<T>) => (last = last.then(work)) };
}

beforeEach(() => {
  asked = [];
  vi.stubGlobal('navigator', { locks: locks() });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a model file', () => {
  it('comes from the server and is stored', async () => {
    const store = memoryStore();
    serve(ok(RIGHT));
    const expected = { outcome: { stored: true, damage: undefined }, text: TEXT, counted: RIGHT.length };
    expect(await load(store)).toEqual({ ...expected, last: 'network' });
    expect(store.files.get(SHA256)).toEqual(RIGHT);
    expect(await load(store)).toEqual({ ...expected, last: 'storage' });
    expect(asked).toEqual(['default']);
  });

  it('serves from memory if there is no storage, or no room in it', async () => {
    serve(ok(RIGHT), ok(RIGHT));
    expect(await load(undefined)).toMatchObject({ outcome: { stored: false }, text: TEXT });
    expect(await load(memoryStore(true))).toMatchObject({ outcome: { stored: false }, text: TEXT });
  });

  it.each([
    ['changed', WRONG, /sha256/],
    ['cut short', RIGHT.slice(0, 5), /5 bytes instead of 22/],
    ['too long', new Uint8Array(100), /more than the 22 bytes/],
  ])('that was stored and %s is named and downloaded again', async (_, stored, damage) => {
    const store = memoryStore();
    store.files.set(SHA256, stored);
    serve(ok(RIGHT));
    const { outcome, ...rest } = await load(store);
    expect(rest).toMatchObject({ text: TEXT, counted: RIGHT.length });
    expect(outcome).toMatchObject({ stored: true, damage: expect.stringMatching(/^weights-00\.bin: /) as string });
    expect(outcome).toMatchObject({ damage: expect.stringMatching(damage) as string });
    expect(store.files.get(SHA256)).toEqual(RIGHT);
  });

  it('that was stored, is damaged and cannot be downloaded is named as damaged', async () => {
    const store = memoryStore();
    store.files.set(SHA256, WRONG);
    serve(() => Promise.reject(new TypeError('Failed to fetch')));
    expect((await load(store)).outcome).toMatchObject({
      error: { code: 'model-damaged', message: /weights-00\.bin: sha256 .*Failed to fetch/ },
    });
  });

  it('is downloaded once by two tabs that load at once', async () => {
    const store = memoryStore();
    serve(ok(RIGHT));
    const [first, second] = await Promise.all([load(store), load(store)]);
    expect([first.last, second.last]).toEqual(['network', 'storage']);
  });

  it('needs no locks', async () => {
    vi.stubGlobal('navigator', {});
    serve(ok(RIGHT));
    expect(await load(memoryStore())).toMatchObject({ outcome: { stored: true }, text: TEXT });
  });

  it('that arrives damaged is requested once more, bypassing the HTTP cache', async () => {
    serve(ok(WRONG), ok(RIGHT));
    expect(await load(memoryStore())).toMatchObject({ outcome: { stored: true }, text: TEXT, counted: RIGHT.length });
    expect(asked).toEqual(['default', 'reload']);
  });

  it('that stays damaged is named, and is not stored', async () => {
    const store = memoryStore();
    serve(ok(WRONG), ok(RIGHT.slice(0, 5)));
    const { outcome, counted } = await load(store);
    expect(outcome).toMatchObject({ error: { code: 'model-damaged', message: /weights-00\.bin: 5 bytes/ } });
    expect(counted).toBe(0);
    expect(store.files.size).toBe(0);
  });

  it.each<[string, Answer, string]>([
    ['is missing', status(404), 'model-not-found'],
    ['is answered with a web page', ok(RIGHT, 'text/html; charset=utf-8'), 'model-not-found'],
    ['meets a server in trouble', status(500), 'network-failed'],
    ['meets no network', () => Promise.reject(new TypeError('Failed to fetch')), 'network-failed'],
    ['breaks off', () => new Response(brokenStream()), 'network-failed'],
  ])('that %s is a fault of its own', async (_, answer, code) => {
    serve(answer);
    const { outcome, counted } = await load(memoryStore());
    expect(outcome).toMatchObject({ error: { code } });
    expect(counted).toBe(0);
  });
});

function brokenStream(): ReadableStream {
  let chunks = 0;
  return new ReadableStream({
    pull(controller) {
      if (chunks++ === 0) controller.enqueue(RIGHT.slice(0, 5));
      else controller.error(new TypeError('network error'));
    },
  });
}
