import type { Page } from '@playwright/test';

/**
 * The page from top to bottom, in a window of the same height. Playwright's `fullPage` resets scroll positions inside the page and
 * would show a figure without its answer.
 */
export async function pictureOfWholePage(page: Page): Promise<Buffer> {
  const window = page.viewportSize();
  if (!window) throw new Error('The page has no window of its own size.');
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ ...window, height });
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  const picture = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  await page.setViewportSize(window);
  return picture;
}
