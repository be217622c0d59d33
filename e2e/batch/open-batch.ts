/** How tests reach the batch page. */
import { expect, type Locator, type Page } from '@playwright/test';

export async function openBatchPage(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'Batch' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Score many summaries' })).toBeVisible();
}

export async function pasteRows(page: Page, rows: string): Promise<void> {
  await page.getByText('Paste rows', { exact: true }).click();
  await page.getByRole('textbox', { name: /^Rows, with/ }).fill(rows);
  await page.getByRole('button', { name: 'Read the pasted rows' }).click();
}

export function table(page: Page): Locator {
  return page.getByRole('grid', { name: 'Summaries' });
}

/** The rows that the document holds, without the head. */
export function bodyRows(page: Page): Locator {
  return table(page).getByRole('rowgroup').getByRole('row');
}
