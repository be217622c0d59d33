/** The network and the storage fail: what the page shows, what is kept, and that the next attempt works. Listed in docs/faults.md. */
import { expect, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import type { Manifest } from '../../src/inference/model-files/manifest.js';
import {
  bitFlipped,
  cutInTheMiddle,
  type Fault,
  type FaultServer,
  indexPage,
  serveFaults,
  status,
  truncated,
  unreachable,
} from './fault-server.js';
import {
  expectFault,
  expectReady,
  expectResult,
  expectTexts,
  openTiny,
  score,
  storedChecksums,
  test,
} from './tiny-page.js';
import { breakWorkers, NO_CACHE_STORAGE, NO_ROOM } from './worker-faults.js';

// Several loads of the model; the machine may be busy.
test.setTimeout(180_000);

const MANIFEST = JSON.parse(readFileSync('public/models/tiny/manifest.json', 'utf8')) as Manifest;
const SHARD = 'weights-02.bin';
const modelFiles = (server: FaultServer): string[] =>
  server.asked
    .filter((path) => /\/models\/tiny\/.*(bin|onnx)$|ort-wasm/.test(path))
    .map((path) => path.replace(/.*\//, ''));

const INTERRUPTED = 'The download was interrupted';
const NOT_THERE = 'The model is not on this server';
const DAMAGED = 'A model file is damaged';

const FAULTS: readonly (readonly [string, RegExp, Fault, string, string])[] = [
  ['no network at all', /\/models\/|ort-wasm/, unreachable, INTERRUPTED, 'Continue downloading'],
  ['the network ends in the middle of a shard', /weights-02/, cutInTheMiddle, INTERRUPTED, 'Continue downloading'],
  ['404 for a shard', /weights-02/, status(404), NOT_THERE, 'Try again'],
  ['500 for a shard', /weights-02/, status(500), INTERRUPTED, 'Continue downloading'],
  ['index.html in place of a shard', /weights-02/, indexPage, NOT_THERE, 'Try again'],
  ['index.html in place of the manifest', /manifest\.json/, indexPage, NOT_THERE, 'Try again'],
  ['a shard that arrives truncated', /weights-02/, truncated, DAMAGED, 'Download that file again'],
  ['a shard that arrives with a flipped bit', /weights-02/, bitFlipped, DAMAGED, 'Download that file again'],
  ['a runtime that arrives with a flipped bit', /ort-wasm/, bitFlipped, DAMAGED, 'Download that file again'],
];

for (const [name, path, fault, title, button] of FAULTS) {
  test(`${name}: said, texts kept, the next try scores`, async ({ page, server }) => {
    server.fail(path, fault);
    await openTiny(page, server);
    await score(page);
    await expectFault(page, title);
    await expectTexts(page);
    if (title === DAMAGED)
      await expectDetail(page, path.test('ort-wasm.bin') ? /ort-wasm.*sha256/ : /weights-02\.bin: /);
    server.heal();
    await page.getByRole('button', { name: button }).click();
    await expectReady(page);
    await score(page);
    await expectResult(page);
  });
}

test('a model whose layout is unknown is refused before its weights are fetched', async ({ page, server }) => {
  const changed = (body: Buffer): Buffer => Buffer.from(body.toString().replace(/"layout": "[^"]*"/, '"layout": "q2"'));
  server.fail(/manifest\.json/, (body) => ({ body: changed(body) }));
  await openTiny(page, server);
  await score(page);
  await expectFault(page, 'This version of the page cannot read the model');
  await expectDetail(page, /layout "q2"; this version reads q4-block32-offset/);
  await expectTexts(page);
  expect(modelFiles(server)).toEqual([]);
  server.heal();
  await page.getByRole('button', { name: 'Reload the page' }).click();
  await expectReady(page);
});

test('shards that were verified before a break are not fetched again, after a reload too', async ({ page, server }) => {
  server.fail(/weights-02/, cutInTheMiddle);
  await openTiny(page, server);
  await score(page);
  await expectFault(page, INTERRUPTED);
  const stored = new Set(await storedChecksums(page));
  const kept = MANIFEST.files.filter(({ sha256 }) => stored.has(sha256)).map(({ path }) => path);
  expect(kept).toContain('weights-00.bin');
  expect(kept).not.toContain(SHARD);

  server.heal();
  server.asked.length = 0;
  await page.reload();
  await expectReady(page);
  expect(modelFiles(server)).toContain(SHARD);
  expect(modelFiles(server).filter((file) => kept.includes(file))).toEqual([]);
});

for (const [name, damage] of [
  ['a flipped bit', (bytes: number[]) => bytes.map((byte, place) => (place === 1000 ? byte ^ 1 : byte))],
  ['an end that is missing', (bytes: number[]) => bytes.slice(0, -100)],
] as const) {
  test(`a stored shard with ${name} is found, named, and alone downloaded again`, async ({ page, server }) => {
    await openTiny(page, server);
    await score(page);
    await expectResult(page);
    await damageStored(page, SHARD, damage);
    server.asked.length = 0;
    await page.goto(`${server.url}?model=tiny`);
    await expectReady(page);
    await expect(page.getByText(`Damaged in storage, downloaded again: ${SHARD}.`)).toBeVisible();
    expect(modelFiles(server)).toEqual([SHARD]);
  });
}

test('a newer model fetches what changed and leaves nothing of the older one', async ({ page, server }) => {
  await openTiny(page, server);
  await score(page);
  await expectResult(page);
  const before = await storedChecksums(page);

  const newer = Buffer.concat([readFileSync('public/models/tiny/self-check.json'), Buffer.from('\n')]);
  const sha256 = await page.evaluate(async (text) => {
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
    return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
  }, newer.toString());
  const files = MANIFEST.files.map((file) =>
    file.path === 'self-check.json' ? { ...file, bytes: newer.length, sha256 } : file,
  );
  server.fail(/self-check\.json/, () => ({ body: newer }));
  server.fail(/manifest\.json/, () => ({
    body: Buffer.from(JSON.stringify({ ...MANIFEST, version: '9.0.0', files })),
  }));
  server.asked.length = 0;
  await page.goto(`${server.url}?model=tiny`);
  await expectReady(page);
  expect(server.asked.filter((path) => path.includes('/models/') && !/manifest|calibration/.test(path))).toEqual([
    '/models/tiny/self-check.json',
  ]);
  const old = MANIFEST.files.find(({ path }) => path === 'self-check.json')?.sha256;
  const expected = before.map((checksum) => (checksum === old ? sha256 : checksum));
  expect((await storedChecksums(page)).sort()).toEqual(expected.sort());
});

test('two tabs that load at once fetch each file once', async ({ context, server }) => {
  const tabs = [await context.newPage(), await context.newPage()];
  for (const tab of tabs) await openTiny(tab, server);
  server.asked.length = 0;
  await Promise.all(tabs.map(score));
  for (const tab of tabs) await expectResult(tab);
  expect([...modelFiles(server)].sort()).toEqual([...new Set(modelFiles(server))].sort());
  expect(modelFiles(server)).toContain(SHARD);
});

for (const [name, lines] of [
  ['no room in storage', NO_ROOM],
  ['Cache Storage refused', NO_CACHE_STORAGE],
] as const) {
  test(`${name}: the page says that nothing is kept, and scores`, async ({ page, server }) => {
    breakWorkers(server, lines);
    await openTiny(page, server);
    await score(page);
    await expectResult(page);
    await page.goBack();
    await expect(page.getByText('Not stored: this browser refuses it')).toBeVisible();
    await expect(page.getByText('Ready to work offline')).toHaveCount(0);
  });
}

test('no cross-origin isolation: one thread, which is said, and the score', async ({ page }) => {
  const server = await serveFaults({});
  try {
    await openTiny(page, server);
    await score(page);
    await expectResult(page);
    await page.goBack();
    await expect(page.locator('quals-model-panel')).toContainText('WASM (1 thread)');
    await expect(page.locator('quals-model-panel')).toContainText('the page lacks the headers');
  } finally {
    await server.close();
  }
});

async function expectDetail(page: Page, detail: RegExp): Promise<void> {
  await page.locator('quals-model-panel quals-notice-box summary').click();
  await expect(page.locator('quals-model-panel quals-notice-box pre')).toContainText(detail);
}

async function damageStored(page: Page, path: string, damage: (bytes: number[]) => number[]): Promise<void> {
  const { sha256 } = MANIFEST.files.find((file) => file.path === path) ?? { sha256: '' };
  const read = (key: string): Promise<number[]> =>
    page.evaluate(async (key) => {
      const stored = await (await caches.open('quals-model-files')).match(key);
      if (!stored) throw new Error(`${key} is not stored.`);
      return [...new Uint8Array(await stored.arrayBuffer())];
    }, key);
  const bytes = damage(await read(`/model-file/${sha256}`));
  await page.evaluate(
    async ([key, bytes]) =>
      (await caches.open('quals-model-files')).put(key, new Response(new Uint8Array(bytes as number[]))),
    [`/model-file/${sha256}`, bytes] as const,
  );
}
