/** The built page as a host without headers serves it, for instance a project page on GitHub Pages: under a folder, by a plain server. */
import { expect, test } from '@playwright/test';
import { after, serveFaults, unreachable } from './faults/fault-server.js';
import { openTexts } from './faults/tiny-page.js';
import { resultRegion, scoreButton } from './open-page.js';

test.use({ serviceWorkers: 'allow' });
test.setTimeout(600_000);

/** A short article and summary: the shipped model takes most of a minute on one slow core. */
const SOURCE = 'The mayor opened the new library on Monday. It holds 40,000 books and has a garden on its roof.';
const SUMMARY = 'The mayor opened a library with 40,000 books on Monday.';

/** The machine of the test may have one core. */
const TWO_CORES = "Object.defineProperty(navigator, 'hardwareConcurrency', { get: () => 2 });";

test('from the second load on the page has threads, under a folder and without a network too', async ({ page }) => {
  const server = await serveFaults({}, '/quals/');
  server.fail(/scorer\.worker/, after(TWO_CORES));
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  const isolated = (): Promise<boolean> => page.evaluate(() => crossOriginIsolated);
  try {
    await page.goto(server.url);
    expect(await isolated()).toBe(false);
    await page.evaluate(() => navigator.serviceWorker.ready);

    // The second load has threads, and stores the model.
    await openTexts(page, server.url, SOURCE, SUMMARY);
    expect(await isolated()).toBe(true);
    await scoreButton(page).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Writing questions', { timeout: 240_000 });
    await page.getByRole('button', { name: 'Stop' }).click();
    await expect(scoreButton(page)).toBeVisible();
    expect(server.asked.filter((path) => !path.startsWith('/quals/'))).toEqual([]);
    await page.waitForTimeout(600); // typing is written once it pauses

    server.fail(/./, unreachable);
    await page.reload();
    expect(await isolated()).toBe(true);
    await expect(page.getByText('Model ready.')).toBeVisible({ timeout: 120_000 });
    await scoreButton(page).click();
    await expect(resultRegion(page)).toHaveAttribute('data-quals', /^-?\d/, { timeout: 300_000 });
    await expect(page.locator('quals-run-line')).toContainText('2 threads');
    await expect(page.locator('quals-run-line')).toContainText('Network requests during the run: 0');
    expect(complaints).toEqual([]);
  } finally {
    await server.close();
  }
});
