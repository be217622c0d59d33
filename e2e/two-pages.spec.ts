/** Two page elements in one document: the page's own, and an embedded one. Neither changes what is in the other. */
import { expect, type Locator, type Page } from '@playwright/test';
import { test } from './page-test.js';
import { LOADED, type Play } from './fake-scorer/fake-worker.js';
import { sampleResult } from './fake-scorer/sample-result.js';
import { openWith } from './open-page.js';

const result = sampleResult();
const SCORED: Play = { load: LOADED, score: { progress: [], outcome: { ok: true, value: result } } };
const STEP = { phase: 'read-summary', tokensDone: 1, tokensTotal: 2 } as const;
/** Long enough to go to the other page meanwhile. */
const SLOW: Play = { ...SCORED, score: { ...SCORED.score, progress: Array(600).fill(STEP) } };
const ENDLESS: Play = { load: LOADED, score: { progress: [] } };

const own = (page: Page): Locator => page.locator('quals-app:not([embedded])');
const embedded = (page: Page): Locator => page.locator('quals-app[embedded]');
const field = (app: Locator, name: 'Article' | 'Summary'): Locator => app.getByRole('textbox', { name, exact: true });
const score = (app: Locator): Locator => app.getByRole('button', { name: 'Score', exact: true });
const resultOf = (app: Locator): Locator => app.getByRole('region', { name: 'Result' });

async function openTwo(page: Page, play: Play): Promise<string[]> {
  const complaints = await openWith(page, play);
  await page.evaluate(() => {
    const second = document.createElement('quals-app');
    second.setAttribute('embedded', '');
    document.body.append(second);
  });
  await expect(score(embedded(page))).toBeVisible();
  await expect(field(embedded(page), 'Summary')).not.toHaveValue('');
  for (const [app, name] of [
    [own(page), 'own'],
    [embedded(page), 'embedded'],
  ] as const) {
    await field(app, 'Article').fill(`The ${name} article.`);
    await field(app, 'Summary').fill(`The ${name} summary.`);
  }
  return complaints;
}

async function expectUntouched(app: Locator, name: 'own' | 'embedded'): Promise<void> {
  await expect(field(app, 'Article')).toHaveValue(`The ${name} article.`);
  await expect(field(app, 'Summary')).toHaveValue(`The ${name} summary.`);
  await expect(score(app)).toHaveAttribute('aria-disabled', 'false');
  await expect(app.locator('quals-model-panel')).not.toContainText('Model ready.');
  await expect(resultOf(app)).toHaveCount(0);
}

test('a score in the embedded page leaves the other page and the document as they are', async ({ page }) => {
  const complaints = await openTwo(page, SCORED);
  const before = { url: page.url(), title: await page.title() };
  await field(embedded(page), 'Summary').press('Control+Enter');
  await expect(resultOf(embedded(page))).toHaveAttribute('data-quals', String(result.quals));
  await expect(resultOf(embedded(page)).getByRole('heading', { level: 1 })).toBeFocused();
  await expectUntouched(own(page), 'own');
  expect({ url: page.url(), title: await page.title() }).toEqual(before);
  await page.waitForTimeout(600); // typing is written once it pauses
  await page.reload();
  await expectUntouched(own(page), 'own');
  expect(complaints).toEqual([]);
});

test('a file dropped on a field of the embedded page fills that field alone', async ({ page }) => {
  await openTwo(page, SCORED);
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['A dropped summary.'], 'summary.txt'));
    const target = document.querySelector('quals-app[embedded] [data-field=summary]');
    target?.dispatchEvent(new DragEvent('drop', { bubbles: true, composed: true, cancelable: true, dataTransfer }));
  });
  await expect(field(embedded(page), 'Summary')).toHaveValue('A dropped summary.');
  await expectUntouched(own(page), 'own');
});

test('a run in the page leaves the embedded page as it is, and ends only by its own keys', async ({ page }) => {
  await openTwo(page, ENDLESS);
  await score(own(page)).click();
  await expect(own(page).getByRole('button', { name: 'Stop' })).toBeVisible();
  await field(embedded(page), 'Summary').focus();
  await page.keyboard.press('Escape');
  await expect(own(page).getByRole('button', { name: 'Stop' })).toBeVisible();
  await own(page).getByRole('button', { name: 'Stop' }).click();
  await expect(score(own(page))).toBeVisible();
  await expectUntouched(embedded(page), 'embedded');
});

test('a result that comes while a person types in the other page does not take the focus', async ({ page }) => {
  await openTwo(page, SLOW);
  await score(own(page)).click();
  await field(embedded(page), 'Summary').focus();
  // 600 reports take seconds on a slow core.
  await expect(resultOf(own(page))).toBeVisible({ timeout: 30_000 });
  await expect(field(embedded(page), 'Summary')).toBeFocused();
});

test('links of the embedded page open its own pages', async ({ page }) => {
  await openTwo(page, SCORED);
  const before = page.url();
  await embedded(page).getByRole('link', { name: 'What is stored, and how to remove it' }).click();
  await expect(embedded(page).getByRole('heading', { name: 'What is stored, and how to remove it' })).toBeFocused();
  await expectUntouched(own(page), 'own');
  expect(page.url()).toBe(before);
  await own(page).getByRole('link', { name: 'What is stored, and how to remove it' }).click();
  await expect(own(page).getByRole('heading', { name: 'What is stored, and how to remove it' })).toBeFocused();
  await embedded(page).getByRole('link', { name: 'QUALS', exact: true }).click();
  await expectUntouched(embedded(page), 'embedded');
  await expect(own(page).getByRole('heading', { name: 'What is stored, and how to remove it' })).toBeVisible();
});

test('no id and no group of radio buttons is in both', async ({ page }) => {
  await openTwo(page, SCORED);
  const shared = await page.evaluate(() => {
    const all = (attribute: 'id' | 'name'): string[][] =>
      [...document.querySelectorAll('quals-app')].map((app) =>
        [...app.querySelectorAll(`[${attribute}]`)].map((each) => each.getAttribute(attribute) ?? ''),
      );
    return (['id', 'name'] as const).flatMap((attribute) => {
      const [one = [], other = []] = all(attribute);
      return one.filter((value) => other.includes(value));
    });
  });
  expect(shared).toEqual([]);
});
