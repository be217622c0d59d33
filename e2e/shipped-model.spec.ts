/** The main journey with the shipped model: the boxing example of the paper, stopped once, then scored. */
import { expect } from '@playwright/test';
import { test } from './page-test.js';
import { field, resultRegion, scoreButton } from './open-page.js';

// Table 1 of Nan et al. (ACL 2021); the model takes about a minute on two slow cores, and the machine may be busy.
const SOURCE =
  "'Klitschko doesn't have the legs, the power that he used to,' said Lewis. 'He has a chink in his armour after getting beat by Tyson Fury. Anthony Joshua is now taking that challenge, going after the man.'";
const SUMMARY =
  "Anthony Joshua has a 'chink in his armour' ahead of his world heavyweight title bout with Wladimir Klitschko, says former champion Lennox Lewis.";

test('scores the boxing example with the model that ships', async ({ page }) => {
  test.setTimeout(600_000);
  await page.goto('./');
  await field(page, 'Article').fill(SOURCE);
  await field(page, 'Summary').fill(SUMMARY);
  await scoreButton(page).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Writing questions', { timeout: 240_000 });
  await page.getByRole('button', { name: 'Stop' }).click();
  await scoreButton(page).click();

  await expect(resultRegion(page)).toBeVisible({ timeout: 300_000 });
  const quals = Number(await resultRegion(page).getAttribute('data-quals'));
  expect(quals).toBeLessThan(0);
  expect(Number.isFinite(quals)).toBe(true);
  await expect(resultRegion(page).locator('quals-token-chart')).toHaveCount(2);
});
