/** The built page as a host without headers serves it, for instance a project page on GitHub Pages: under a folder, by a plain server. */
import { expect, type Page } from '@playwright/test';
import { test } from '../page-test.js';
import { after, serveFaults, unreachable } from '../faults/fault-server.js';
import { expectReady, expectResult, openTexts, score, SOURCE, SUMMARY } from '../faults/tiny-page.js';

test.use({ serviceWorkers: 'allow' });
test.setTimeout(300_000);

/** The machine of the test may have one core. */
const TWO_CORES = "Object.defineProperty(navigator, 'hardwareConcurrency', { get: () => 2 });";

const isIsolated = (page: Page): Promise<boolean> => page.evaluate(() => crossOriginIsolated);

test('from the second load on the page has two threads, under a folder and without a network too', async ({ page }) => {
  const server = await serveFaults({}, '/quals/');
  const url = `${server.url}?model=tiny`;
  server.fail(/scorer\.worker/, after(TWO_CORES));
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  try {
    await page.goto(url);
    expect(await isIsolated(page)).toBe(false);
    await page.evaluate(() => navigator.serviceWorker.ready);

    await openTexts(page, url, SOURCE, SUMMARY);
    expect(await isIsolated(page)).toBe(true);
    await score(page);
    await expectResult(page);
    await expect(page.locator('quals-run-line')).toContainText('2 threads');
    expect(server.asked.filter((path) => !path.startsWith('/quals/'))).toEqual([]);

    server.fail(/./, unreachable);
    await page.goto(url);
    expect(await isIsolated(page)).toBe(true);
    await expectReady(page);
    await score(page);
    await expectResult(page);
    await expect(page.locator('quals-run-line')).toContainText('2 threads');
    await expect(page.locator('quals-run-line')).toContainText('Network requests during the run: 0');
    expect(complaints).toEqual([]);
  } finally {
    await server.close();
  }
});
