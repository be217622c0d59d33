/** The last result outlives a reload. */
import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';
import { test } from '../page-test.js';
import { readFile } from 'node:fs/promises';
import { NO_MODEL } from '../history/open-history.js';
import { openWith, resultRegion } from '../open-page.js';
import { seeResult } from '../pictures/page-state.js';
import { SCORED } from '../pictures/result-states.js';

test('the last result outlives a reload', async ({ page }) => {
  await openWith(page, SCORED);
  await seeResult(page);
  // The calibration is read a moment later.
  await expect(resultRegion(page)).toContainText('People judged');
  const shown = await resultRegion(page).innerText();
  await page.reload();
  await expect(resultRegion(page)).toContainText('People judged');
  expect(await resultRegion(page).innerText()).toBe(shown);
});

test('the verdict waits for the judgements, and nothing else moves when they come', async ({ page }) => {
  await openWith(page, SCORED);
  await seeResult(page);
  await expect(resultRegion(page)).toContainText('People judged');
  let release = (): void => undefined;
  await page.route('**/calibration.json', async (route) => {
    await new Promise<void>((resolve) => (release = resolve));
    await route.fallback();
  });
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 800 });
    await page.reload();
    const heading = resultRegion(page).getByRole('heading', { level: 1 });
    await expect(heading).toHaveText('Reading people’s judgements of similar scores…');
    await expect(resultRegion(page)).not.toContainText('gives the number alone');
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    const top = async (): Promise<number> => (await page.locator('quals-run-line').boundingBox())?.y ?? NaN;
    const before = await top();
    release();
    await expect(resultRegion(page)).toContainText('People judged');
    expect(Math.abs((await top()) - before), `at ${width}`).toBeLessThan(width > 1000 ? 24 : 120);
  }
});

test('a result that version 0.1 stored is shown', async ({ page }) => {
  await openWith(page, NO_MODEL);
  const stored: unknown = JSON.parse(await readFile('src/core/record/fixtures/version-0-session.json', 'utf8'));
  await page.evaluate(
    (value) =>
      new Promise<void>((resolve, reject) => {
        // Tabs of that version had no slot of their own.
        sessionStorage.clear();
        const opening = indexedDB.open('quals');
        opening.onerror = () => reject(new Error('not opened'));
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('current', 'readwrite');
          transaction.objectStore('current').put(value, 'result');
          transaction.oncomplete = () => resolve();
        };
      }),
    stored,
  );
  await page.reload();
  await page.getByRole('link', { name: 'Back to the last result' }).click();
  await expect(page.locator('.big-score')).toHaveText('−0.260');
  await expect(page.locator('quals-run-line')).toContainText('Ran on this device WASM (2 threads), 9.3 s');
  await expect(page.locator('.earlier')).toBeVisible();
});
