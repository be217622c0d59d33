/** The scoring worker on WebGPU (SwiftShader, a software GPU), with the tiny model. */
import { expect } from '@playwright/test';
import { test } from '../page-test.js';
import config from '../../playwright.config.js';
import { expectAgreement, goldenRows, loadModel, score } from './agreement.js';
import { type Served, serveWorkerPage } from './serve-worker-page.js';

const launchOptions = config.use?.launchOptions ?? {};
const SOFTWARE_GPU = ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader'];
test.use({ launchOptions: { ...launchOptions, args: [...(launchOptions.args ?? []), ...SOFTWARE_GPU] } });
// SwiftShader runs on the CPU: compiling the kernels alone takes 15 seconds.
test.setTimeout(240_000);

let served: Served;
test.beforeAll(async () => {
  served = await serveWorkerPage();
});
test.afterAll(() => served.close());

test('agrees with PyTorch', async ({ page }) => {
  const loaded = await loadModel(page, served.url, 'webgpu');
  expect(loaded).toMatchObject({ id: 'tiny', device: 'webgpu', refused: [] });
  const rows = goldenRows('tiny').filter(({ kept }) => kept.length > 1);
  expect(rows.length).toBeGreaterThan(1);
  for (const row of rows.slice(0, 2)) expectAgreement(await score(page, row), row);
});

test('a software GPU is refused and WASM is used, and that is said', async ({ page }) => {
  const loaded = await loadModel(page, served.url, 'auto');
  expect(loaded.device).toBe('wasm');
  expect(loaded.refused).toEqual([{ device: expect.stringMatching(/^WebGPU/), reason: expect.any(String) }]);
});
