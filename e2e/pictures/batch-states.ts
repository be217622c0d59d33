/** The batch page. */
import { expect, type Page } from '@playwright/test';
import { openBatchPage, pasteRows, table } from '../batch/open-batch.js';
import { BATCH_PLAY, storeBatch } from '../batch/stored-batch.js';
import { SOURCE, SUMMARY } from '../fake-scorer/sample-result.js';
import type { PageState } from './page-state.js';
import { SCORING } from './result-states.js';

const PASTED = JSON.stringify(
  ['bart', 'pegasus', 'lead-3'].map((system, index) => ({
    id: `xsum-${index + 1}`,
    document: SOURCE,
    summary: SUMMARY,
    model_name: system,
    label: index % 2,
  })),
);

async function seeColumns(page: Page): Promise<void> {
  await openBatchPage(page);
  await pasteRows(page, PASTED);
  await expect(page.getByRole('heading', { level: 1, name: 'Which column is what?' })).toBeVisible();
}

async function openStored(page: Page, rows: number, waiting: number): Promise<void> {
  await storeBatch(page, rows, waiting);
  await openBatchPage(page);
  await page.getByRole('button', { name: 'Open xsum.jsonl' }).click();
  await expect(page.getByRole('table', { name: 'Agreement with the labels' })).toBeVisible();
  await expect(page.locator('quals-score-distribution svg')).toBeVisible();
}

export const BATCH_STATES = {
  'batch input': { play: BATCH_PLAY, reach: openBatchPage },
  'batch columns': { play: BATCH_PLAY, reach: seeColumns },
  'batch running': {
    play: { ...BATCH_PLAY, score: { progress: SCORING } },
    reach: async (page) => {
      await openStored(page, 500, 329);
      await page.getByRole('button', { name: 'Go on with 329 rows' }).click();
      await expect(page.getByText('Row 172 (bart): writing questions')).toBeVisible();
      await table(page).evaluate((element) => element.scrollTo(0, 165 * 35));
    },
    whole: true,
  },
} satisfies Readonly<Record<string, PageState>>;
