/** Without a network, everything that was used once works again, also after a reload; and the page offers a newer version. */
import { DEFAULT_MODEL_ID } from '../../cli/model/shipped-model.js';
import { expect, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { after, type FaultServer, unreachable } from '../faults/fault-server.js';
import { expectFault, expectReady, expectResult, openTiny, score, test } from '../faults/tiny-page.js';
import { breakWorkers, BUSY, whenReporting } from '../faults/worker-faults.js';
import { scoreButton } from '../open-page.js';

test.use({ serviceWorkers: 'allow' });
test.setTimeout(180_000);

const DIST = process.env['QUALS_DIST'] ?? 'dist';
const READY_OFFLINE = 'Ready to work offline.';

const pageStored = (page: Page): Promise<unknown> => page.evaluate(() => navigator.serviceWorker.ready);
const everything = (server: FaultServer): void => server.fail(/./, unreachable);

test('without network the page opens with its examples, says what is missing, and scores once it can', async ({
  page,
  server,
}) => {
  await page.goto(`${server.url}?model=tiny`);
  await pageStored(page);
  await expect(page.getByText(READY_OFFLINE)).toHaveCount(0);
  everything(server);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Worked example' })).toBeVisible();
  await openTiny(page, server);
  await score(page);
  await expectFault(page, 'The download was interrupted');
  server.heal();
  await page.getByRole('button', { name: 'Continue downloading' }).click();
  await expectReady(page);
  await score(page);
  await expectResult(page);
});

test('ready to work offline: scores after a reload with the server gone', async ({ page, server }) => {
  await openTiny(page, server);
  await pageStored(page);
  await score(page);
  await expectResult(page);
  everything(server);
  await page.goto(`${server.url}?model=tiny`);
  await expectReady(page);
  await expect(page.getByText(READY_OFFLINE)).toBeVisible();
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  await score(page);
  await expectResult(page);
  await page.goBack();

  await page.getByText('Settings', { exact: true }).click();
  await page.getByRole('button', { name: 'Remove the model' }).click();
  await expect(page.getByText('The model has not been downloaded.')).toBeVisible();
  expect(await page.evaluate(() => caches.keys())).not.toContain('quals-model-files');
});

test('the page is stored with its examples and what its model’s scores mean', () => {
  const stored = readFileSync(`${DIST}/sw.js`, 'utf8');
  expect(stored).toContain('examples/index.json');
  expect(stored).toContain(`models/${DEFAULT_MODEL_ID}/calibration.json`);
  expect(stored).toContain('index.html');
  expect(stored).toMatch(/assets\/scorer\.worker/);
  expect(stored).not.toMatch(/"[^"]*\.(bin|wasm|onnx)"/);
});

test('a newer version is offered, not forced, and a button installs it; another tab keeps the old one', async ({
  context,
  server,
}) => {
  const [page, other] = [await context.newPage(), await context.newPage()];
  await openTiny(page, server);
  await pageStored(page);
  await openTiny(other, server);
  server.fail(/\/sw\.js$/, after('// a newer version'));
  const asked = page.evaluate(async () => (await navigator.serviceWorker.ready).update().then(() => undefined));
  await asked;
  const offer = 'A new version of this page is ready';
  await expect(page.getByText(offer)).toBeVisible();
  await expect(scoreButton(page)).toBeEnabled();

  await page.evaluate(() => Object.assign(window, { before: true }));
  await other.evaluate(() => Object.assign(window, { before: true }));
  await page.getByRole('button', { name: 'Use the new version' }).click();
  await page.waitForFunction(() => !('before' in window));
  await expect(page.getByText(offer)).toHaveCount(0);
  await expect(other.getByText('Another tab has installed a new version')).toBeVisible();
  expect(await other.evaluate(() => 'before' in window)).toBe(true);
});

test('no version is offered while a score runs', async ({ page, server }) => {
  breakWorkers(server, whenReporting('keep-pairs', BUSY));
  await openTiny(page, server);
  await pageStored(page);
  await score(page);
  await expect(page.getByRole('button', { name: 'Stop' })).toBeVisible({ timeout: 60_000 });
  server.fail(/\/sw\.js$/, after('// a newer version'));
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
  });
  await expectResult(page);
  await expect(page.getByText('A new version of this page is ready')).toBeVisible();
});
