/** First look with the real worker and the tiny model, whose head is random: the marks arrive, follow an edit and give way to a score. */
import { expect } from '@playwright/test';
import { test } from '../page-test.js';
import { field, resultRegion, scoreButton } from '../open-page.js';
import { SOURCE, SUMMARY } from '../fake-scorer/sample-result.js';

// A load, looks and two scores; the machine may be busy.
test.setTimeout(240_000);

test('marks of the real worker come without a click, and a score shows both judgements', async ({ page }) => {
  await page.goto('../?model=tiny');
  await expect(field(page, 'Summary')).not.toBeEmpty();
  await scoreButton(page).click();
  await expect(resultRegion(page)).toBeVisible({ timeout: 120_000 });
  await page.goto('../?model=tiny');
  await expect(page.getByText('Model ready.')).toBeVisible({ timeout: 120_000 });

  await field(page, 'Article').fill(SOURCE);
  await field(page, 'Summary').fill(SUMMARY);
  const look = page.locator('quals-first-look');
  const marks = look.locator('quals-look-marks');
  await expect(marks.locator('p')).toHaveText(SUMMARY, { timeout: 60_000 });
  await expect(look).not.toContainText('Updating the marks', { timeout: 60_000 });
  // The tiny head is not calibrated.
  await expect(look).not.toContainText('%');

  await field(page, 'Summary').fill(SUMMARY.replace('Anthony Joshua', 'Wladimir Klitschko'));
  await expect(marks.locator('p')).toContainText('Wladimir Klitschko has');
  await expect(look).toContainText('Updating the marks');
  await expect(look).not.toContainText('Updating the marks', { timeout: 60_000 });

  await field(page, 'Summary').fill(SUMMARY);
  await scoreButton(page).click();
  await expect(resultRegion(page)).toBeVisible({ timeout: 120_000 });
  await expect(resultRegion(page).locator('.first-look quals-look-marks p')).toHaveText(SUMMARY);
  // The score took the look at these texts.
  await expect(marks).not.toHaveAttribute('stale');
  await page.getByRole('link', { name: 'Score', exact: true }).click();
  await expect(marks.locator('p')).toHaveText(SUMMARY);
});
