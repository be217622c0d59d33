/** The History page, and its rows. */
import { expect, type Page } from '@playwright/test';
import type { Play } from '../fake-scorer/fake-worker.js';

/** No model is there: a run would never end. */
export const NO_MODEL: Play = { load: { progress: [] }, score: { progress: [] } };

export async function openHistory(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'History' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'History' })).toBeFocused();
}

export const rows = (page: Page) => page.locator('quals-history-row');
