/** A lecture room without network: everything that was used once works again, after a reload too. */
import { expect, test } from '@playwright/test';
import { resultRegion, scoreButton } from './open-page.js';

test.use({ serviceWorkers: 'allow' });

test('scores after a reload with the network off', async ({ page, context }) => {
  await page.goto('./?model=tiny');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await scoreButton(page).click();
  await expect(resultRegion(page)).toBeVisible({ timeout: 120_000 });

  await context.setOffline(true);
  await page.reload();
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  await scoreButton(page).click();
  await expect(resultRegion(page)).toBeVisible({ timeout: 120_000 });

  await page.getByText('Settings', { exact: true }).click();
  await page.getByRole('button', { name: 'Remove the model' }).click();
  await expect(page.getByText('The model has not been downloaded.')).toBeVisible();
  const left = await page.evaluate(() => caches.keys());
  expect(left.filter((name) => name === 'quals-model-files' || name === 'quals-runtime')).toEqual([]);
});
