/** Interactions during a score and with its result: pointer and keys, every kind of control. */
import { expect, type Page } from '@playwright/test';
import { field, resultRegion, scoreButton } from '../../e2e/open-page.js';

const press = async (page: Page, key: string, times: number): Promise<void> => {
  for (let time = 0; time < times; time++) await page.keyboard.press(key);
};

export async function duringTheRun(page: Page): Promise<void> {
  await scoreButton(page).click();
  const article = page.getByRole('group', { name: 'Article' });
  await article.click();
  await press(page, 'PageDown', 8);
  await press(page, 'Home', 1);
  for (let visit = 0; visit < 3; visit++) {
    await page.getByRole('link', { name: 'How it works' }).click();
    await page.getByRole('link', { name: 'Score' }).click();
    await expect(article).toBeVisible();
  }
  for (const theme of ['Dark', 'Light', 'System']) await page.locator('quals-theme-switch').getByText(theme).click();
  await press(page, 'Tab', 12);
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(scoreButton(page)).toBeVisible();
}

export async function withTheResult(page: Page): Promise<void> {
  await scoreButton(page).click();
  await expect(resultRegion(page)).toBeVisible();
  await selectPairs(page);
  await readTheFigure(page);
  await inspectTheSearch(page);
  await page.getByRole('button', { name: /^passage \d+$/ }).click();
  await field(page, 'Article').click();
  await page.keyboard.type('A word more. ');
  await field(page, 'Summary').click();
  await page.keyboard.type('And here. ');
}

async function selectPairs(page: Page): Promise<void> {
  const rows = page.locator('quals-answers-table tbody tr');
  const pairs = await rows.count();
  for (let pair = 0; pair < pairs; pair++) await rows.nth(pair).click();
  for (let pair = 1; pair <= pairs; pair++)
    await page.getByRole('button', { name: new RegExp(`^Pair ${pair}:`) }).click();
  await rows.first().click();
  for (let pair = 1; pair < pairs; pair++) {
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press(pair % 2 === 0 ? 'Enter' : 'Shift+Enter');
  }
  for (const filter of [/^In doubt/, /^Dropped/, /^All \d/])
    await page.locator('quals-answers-section').getByText(filter).click();
}

async function readTheFigure(page: Page): Promise<void> {
  const marks = page.locator('quals-token-chart').first().getByRole('option');
  await marks.first().click();
  await press(page, 'ArrowRight', (await marks.count()) - 1);
  await press(page, 'Enter', 1);
  const figure = page.locator('quals-why-figure');
  for (const choice of ['Linear', 'Tokens', 'Answer only', 'Log', 'Words', 'All tokens']) {
    await figure.getByText(choice, { exact: true }).click();
  }
  await figure.getByText('The same numbers as a table').click();
  await page.getByRole('button', { name: 'Export' }).click();
  await page.keyboard.press('Escape');
}

async function inspectTheSearch(page: Page): Promise<void> {
  await page.getByText('How the search went').click();
  const tree = page.locator('quals-path-tree');
  for (const name of ['Open all', 'Close all', 'Open the way']) await tree.getByRole('button', { name }).click();
  await tree.getByRole('treeitem').first().click();
  await press(page, 'ArrowDown', 20);
  await press(page, 'ArrowLeft', 3);
  await tree.getByRole('button', { name: 'Open kept pairs' }).click();
  for (const pair of [1, 5, 10]) await tree.getByRole('treeitem', { name: new RegExp(`kept: pair ${pair},`) }).click();
}
