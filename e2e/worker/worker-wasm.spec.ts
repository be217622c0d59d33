/** The scoring worker on WASM, in a real browser, with the tiny model. */
import { expect } from '@playwright/test';
import { test } from '../page-test.js';
import { expectAgreement, goldenRows, loadModel, score } from './agreement.js';
import { type Served, serveWorkerPage } from './serve-worker-page.js';

let served: Served;
test.beforeAll(async () => {
  served = await serveWorkerPage();
});
test.afterAll(() => served.close());

const rows = goldenRows('tiny');
const [scorable] = rows.filter(({ quals, kept }) => quals !== null && kept.length > 1);
if (!scorable) throw new Error('The golden values hold no summary with two pairs.');

test('agrees with PyTorch, from the network and from storage, and asks its own origin alone', async ({ page }) => {
  const origins = new Set<string>();
  const modelFiles: string[] = [];
  page.context().on('request', (request) => {
    const { origin, pathname, protocol } = new URL(request.url());
    if (protocol.startsWith('http')) origins.add(origin);
    if (pathname.startsWith('/models/')) modelFiles.push(pathname);
  });
  const loaded = await loadModel(page, served.url, 'wasm');
  expect(loaded).toMatchObject({ id: 'tiny', device: 'wasm', refused: [], stored: true });
  expect(loaded.threads).toBe(await page.evaluate(() => Math.min(navigator.hardwareConcurrency, 4)));
  const progress = await page.evaluate(() => window.workerPage.loadProgress);
  expect([...new Set(progress.map(({ phase }) => phase))]).toEqual(['download', 'prepare', 'warm-up', 'self-check']);
  const downloads = progress.filter((step) => step.phase === 'download');
  expect(downloads.at(-1)).toMatchObject({ bytesDone: loaded.bytes, bytesTotal: loaded.bytes, fromStorage: false });

  for (const row of rows) expectAgreement(await score(page, row), row);

  modelFiles.length = 0;
  expect((await loadModel(page, served.url, 'auto')).stored).toBe(true);
  expect(modelFiles).toEqual(['/models/tiny/manifest.json']);
  expect([...origins]).toEqual([new URL(served.url).origin]);
});

test('stops between steps, says busy meanwhile, and scores again', async ({ page }) => {
  await loadModel(page, served.url, 'wasm');
  const request = {
    source: scorable.source,
    summary: scorable.summary,
    protocol: { name: 'matched', search: { ...scorable.settings, paths: 60 }, softCap: 10 },
  } as const;
  const outcomes = await page.evaluate(async (request) => {
    const { scorer, onScore, scoreProgress } = window.workerPage;
    const running = scorer.score(request, onScore);
    while (!scoreProgress.some(({ phase }) => phase === 'write-pairs'))
      await new Promise((resolve) => setTimeout(resolve, 5));
    const second = await scorer.score(request, onScore);
    await scorer.cancel();
    return { running: await running, second, last: scoreProgress.at(-1)?.phase };
  }, request);
  expect(outcomes.second).toMatchObject({ ok: false, fault: { code: 'busy' } });
  expect(outcomes.running).toEqual({ ok: true, value: { kind: 'cancelled' } });
  expect(outcomes.last).toBe('write-pairs');
  expectAgreement(await score(page, scorable), scorable);
});

test('prefills an article early, yields to a score, and reads no token twice', async ({ page }) => {
  await loadModel(page, served.url, 'wasm');
  const { source } = scorable;
  const before = await page.evaluate((source) => window.workerPage.scorer.readAhead(source), source);
  expect(before).toEqual({ ok: true, value: null });
  for (const times of [1, 2]) {
    expectAgreement(await score(page, scorable), scorable);
    const phases = await page.evaluate(() => window.workerPage.scoreProgress.map(({ phase }) => phase));
    expect(phases.filter((phase) => phase === 'force-score').length, `score ${times}`).toBeGreaterThan(0);
    expect(phases).not.toContain('read-source');
  }
  // Another, much longer article, and a score of the first one while it is being read.
  const reading = page.evaluate((source) => window.workerPage.scorer.readAhead(source.repeat(12)), source);
  expectAgreement(await score(page, scorable), scorable);
  expect(await reading).toEqual({ ok: true, value: null });
});

test('gives faults as data', async ({ page }) => {
  await page.goto(served.url);
  await page.waitForFunction(() => 'workerPage' in window);
  const codes = await page.evaluate(async () => {
    const { scorer, onLoad, onScore } = window.workerPage;
    const protocol = {
      name: 'matched',
      search: { paths: 2, diversityStrength: 0.5, minLength: 8, maxLength: 60 },
      softCap: 10,
    } as const;
    const codeOf = (outcome: { ok: boolean; fault?: { code: string } }): string => outcome.fault?.code ?? 'ok';
    const url = (path: string): string => new URL(path, location.href).href;
    return {
      beforeLoading: codeOf(await scorer.score({ source: 'a', summary: 'b', protocol }, onScore)),
      counting: codeOf(await scorer.countTokens('a')),
      // For a missing file, the development server sends a web page.
      missing: codeOf(await scorer.load({ models: [{ url: url('/models/none/') }], device: 'wasm' }, onLoad)),
      noGpu: codeOf(await scorer.load({ models: [{ url: url('/models/tiny/') }], device: 'webgpu' }, onLoad)),
      loaded: codeOf(await scorer.load({ models: [{ url: url('/models/tiny/') }], device: 'auto' }, onLoad)),
      empty: codeOf(await scorer.score({ source: 'a', summary: ' ', protocol }, onScore)),
      tooLong: codeOf(await scorer.score({ source: 'word '.repeat(20_000), summary: 'b', protocol }, onScore)),
    };
  });
  expect(codes).toEqual({
    beforeLoading: 'not-loaded',
    counting: 'not-loaded',
    missing: 'model-not-found',
    noGpu: 'device-unavailable',
    loaded: 'ok',
    empty: 'summary-empty',
    tooLong: 'source-too-long',
  });
});
