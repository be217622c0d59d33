/**
 * WebGPU (here SwiftShader, a software GPU) is absent, refused, limited, wrong or lost: the device used instead, and the message. Listed
 * in docs/faults.md.
 */
import { expect, type Page } from '@playwright/test';
import config from '../../playwright.config.js';
import { expectFault, expectResult, expectTexts, openTiny, score, test } from './tiny-page.js';
import {
  breakWorkers,
  HARDWARE,
  KEEP_DEVICE,
  LOSE_DEVICE,
  NO_ADAPTER,
  NO_DEVICE,
  NO_WEBGPU,
  SMALL_LIMITS,
  whenReporting,
  WRONG_NUMBERS,
} from './worker-faults.js';

const launchOptions = config.use?.launchOptions ?? {};
const SOFTWARE_GPU = ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader'];
test.use({ launchOptions: { ...launchOptions, args: [...(launchOptions.args ?? []), ...SOFTWARE_GPU] } });

const REFUSED = 'This device uses its processor, not its graphics card';

const ON_WASM: readonly (readonly [string, string, RegExp])[] = [
  ['WebGPU is absent', NO_WEBGPU, /This browser has no WebGPU/],
  ['WebGPU is refused', NO_ADAPTER, /WebGPU has no adapter here/],
  ['the GPU device is refused', HARDWARE + NO_DEVICE, /Refused/],
  ['a GPU that is silently wrong', HARDWARE + WRONG_NUMBERS, /WebGPU|webgpu/],
  ['a GPU that is lost while it is prepared', HARDWARE + KEEP_DEVICE + whenReporting('warm-up', LOSE_DEVICE), /lost/],
];

for (const [name, lines, reason] of ON_WASM) {
  test(`${name}: WASM serves, and the page says why`, async ({ page, server }) => {
    test.setTimeout(180_000);
    breakWorkers(server, lines);
    await openTiny(page, server);
    await score(page);
    await expectResult(page);
    await page.goBack();
    await expect(page.locator('quals-model-panel')).toContainText('WASM (');
    await page.getByText(REFUSED).click();
    await expect(page.locator('quals-model-panel pre')).toContainText(reason);
  });
}

test('a GPU with the least limits that WebGPU allows, and without shader-f16, scores', async ({ page, server }) => {
  test.setTimeout(240_000);
  breakWorkers(server, HARDWARE + SMALL_LIMITS);
  await openTiny(page, server);
  await score(page);
  await expectResult(page);
  await page.goBack();
  await expect(page.locator('quals-model-panel')).toContainText('WebGPU (');
});

test('either device can be forced', async ({ page, server }) => {
  test.setTimeout(240_000);
  breakWorkers(server, HARDWARE);
  await openTiny(page, server);
  await force(page, 'WASM');
  await score(page);
  await expectResult(page);
  await page.goBack();
  await expect(page.locator('quals-model-panel')).toContainText('WASM (');
  await expect(page.getByText(REFUSED)).toHaveCount(0);
  breakWorkers(server, NO_WEBGPU);
  await force(page, 'WebGPU');
  await expectFault(page, 'This browser does not offer the graphics card');
  await page.getByRole('button', { name: 'Use the processor' }).click();
  await expect(page.locator('quals-model-panel')).toContainText('WASM (', { timeout: 60_000 });
});

// Each phase has its own state: kernels compiled and run, the text read, paths that grow, pairs teacher-forced.
const PHASES = ['prepare', 'warm-up', 'self-check', 'read-summary', 'write-pairs', 'read-source', 'force-score'];

test('a GPU device that is lost in any phase is said, and the processor scores', async ({ page, server }) => {
  test.setTimeout(480_000);
  await openTiny(page, server);
  await force(page, 'WebGPU');
  let next = (): Promise<void> => score(page);
  for (const phase of PHASES) {
    breakWorkers(server, HARDWARE + KEEP_DEVICE + whenReporting(phase, LOSE_DEVICE));
    await test.step(phase, async () => {
      await next();
      await expect(page.locator('quals-model-panel quals-notice-box')).toContainText('The graphics card was lost', {
        timeout: 150_000,
      });
      await expectTexts(page);
    });
    next = async () => {
      await page.getByRole('button', { name: 'Try again' }).click();
      await expect(page.locator('quals-model-panel quals-notice-box')).toHaveCount(0);
    };
  }
  server.heal();
  await page.getByRole('button', { name: 'Use the processor' }).click();
  await expect(page.locator('quals-model-panel')).toContainText('WASM (', { timeout: 60_000 });
  await score(page);
  await expectResult(page);
});

async function force(page: Page, device: 'WASM' | 'WebGPU'): Promise<void> {
  const choice = page.getByRole('radio', { name: device, exact: true });
  if (!(await choice.isVisible())) await page.getByText('Settings', { exact: true }).click();
  await choice.check({ force: true });
}
