/** A comparison and a batch are one entry of the history each, and open on their pages without a model. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { test } from '../page-test.js';
import { bodyRows, openBatchPage, pasteRows } from '../batch/open-batch.js';
import { BATCH_PLAY } from '../batch/stored-batch.js';
import type { Play } from '../fake-scorer/fake-worker.js';
import { COMPARED } from '../fake-scorer/sample-comparison.js';
import { SOURCE, SUMMARY } from '../fake-scorer/sample-result.js';
import { openWith, resultRegion } from '../open-page.js';
import { COMPARED_PLAY, fillComparison } from '../pictures/compare-states.js';

test.slow();

/** No model is there: a run would never end. */
const NO_MODEL: Play = { load: { progress: [] }, score: { progress: [] } };

const rows = (page: Page) => page.locator('quals-history-row');

async function openHistory(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'History' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'History' })).toBeVisible();
}

test('a comparison is found by a name in it, renamed, and opens with its scores', async ({ page }) => {
  const complaints = await openWith(page, COMPARED_PLAY);
  await fillComparison(page, SOURCE, COMPARED);
  await page.getByRole('button', { name: 'Score the summaries' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('ConSeq scores highest.');
  const score = await page.getByRole('article', { name: 'ConSeq' }).getAttribute('data-quals');
  await page.waitForTimeout(600); // typing is written once it pauses

  await openWith(page, NO_MODEL);
  await page.getByRole('navigation').getByRole('link', { name: 'Compare', exact: true }).click();
  await page.getByRole('button', { name: 'Edit the texts' }).click();
  await page.getByRole('textbox', { name: 'Article' }).fill('Another article.');
  await openHistory(page);
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText('Comparison · 3 summaries');
  await page.getByLabel('Find in titles and texts').fill('nothing of it');
  await expect(rows(page)).toHaveCount(0);
  await page.getByLabel('Find in titles and texts').fill('conseq');
  await page.getByLabel('QUALS at least').fill('-0.9');
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole('button', { name: /^Rename/ }).click();
  await page.keyboard.type('Three systems');
  await page.keyboard.press('Enter');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole('button', { name: 'Three systems', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('ConSeq scores highest.');
  await expect(page.getByRole('article', { name: 'ConSeq' })).toHaveAttribute('data-quals', String(score));
  await page.getByRole('button', { name: 'Edit the texts' }).click();
  await expect(page.getByRole('textbox', { name: 'Article' })).toHaveValue(SOURCE);
  // What was there is not lost.
  await page.getByRole('button', { name: 'Go back to the last one' }).click();
  await expect(page.getByRole('textbox', { name: 'Article' })).toHaveValue('Another article.');
  expect(complaints).toEqual([]);
});

test('a batch opens after a reload, and leaves the history when it is deleted', async ({ page }) => {
  const complaints = await openWith(page, BATCH_PLAY);
  await openBatchPage(page);
  const line = (id: string): string => JSON.stringify({ id, source: SOURCE, summary: `${SUMMARY} ${id}.` });
  await pasteRows(page, ['One', 'Two', 'Three'].map(line).join('\n'));
  await page.getByRole('button', { name: 'Use these columns' }).click();
  await page.getByRole('button', { name: 'Score 3 rows' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('All 3 summaries are done.');

  await openWith(page, NO_MODEL);
  await openHistory(page);
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText('Batch · 3 rows · mean QUALS −0.637');
  await page.getByLabel('Find in titles and texts').fill('klitschko three');
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'Pin: Pasted rows' }).click();
  await page.getByRole('button', { name: 'Pasted rows', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('All 3 summaries are done.');
  await expect(bodyRows(page)).toHaveCount(3);
  await bodyRows(page).first().click();
  await expect(resultRegion(page)).toBeVisible();

  await page.getByRole('navigation').getByRole('link', { name: 'Batch' }).click();
  await page.getByRole('button', { name: 'Choose other rows' }).click();
  await page.getByRole('button', { name: 'Delete Pasted rows' }).click();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await openHistory(page);
  await expect(page.getByText('There are no results yet.')).toBeVisible();
  expect(complaints).toEqual([]);
});
