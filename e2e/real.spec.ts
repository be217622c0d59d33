/** The whole page with the real worker and the tiny model of random weights: fast, with every byte as in a real visit. */
import { expect, type Page } from '@playwright/test';
import { test } from './page-test.js';
import { SOURCE, SUMMARY } from './fake-scorer/sample-result.js';
import { field, resultRegion, scoreButton } from './open-page.js';

const TINY = './?model=tiny';
/** Not the whole text, which begins with sentence 0. */
const END_KEPT = /^This is sentence [1-9]\d*\..* This is sentence 39999\.$/;

/** Waits for the example's texts, which arrive shortly after the page. */
async function openTiny(page: Page): Promise<void> {
  await page.goto(TINY);
  await expect(field(page, 'Summary')).not.toBeEmpty();
}

test('scores in the page, and asks nothing of any other server', async ({ page, context }) => {
  const asked: string[] = [];
  const complaints: string[] = [];
  context.on('request', (request) => asked.push(request.url()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('404')) complaints.push(message.text());
  });
  await page.goto(TINY);
  await field(page, 'Article').fill(SOURCE);
  await field(page, 'Summary').fill(SUMMARY);
  await scoreButton(page).click();
  await expect(page.getByRole('button', { name: 'Stop' })).toBeVisible({ timeout: 60_000 });
  await expect(resultRegion(page)).toBeVisible({ timeout: 120_000 });
  await expect(page.locator('quals-run-line')).toContainText('60 questions written');
  await expect(page.locator('quals-run-line')).toContainText('Network requests during the run: 0');
  await expect(page.locator('quals-run-line')).toContainText('WASM');

  const origin = new URL(page.url()).origin;
  expect(asked.filter((url) => new URL(url).protocol.startsWith('http') && new URL(url).origin !== origin)).toEqual([]);
  expect(asked.some((url) => url.endsWith('/models/tiny/body.onnx'))).toBe(true);
  expect(complaints).toEqual([]);
});

test('stops the real worker, and scores again', async ({ page }) => {
  await page.goto(TINY);
  await field(page, 'Article').fill(SOURCE);
  await field(page, 'Summary').fill(SUMMARY);
  await scoreButton(page).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Writing questions', { timeout: 60_000 });
  await page.keyboard.press('Escape');
  await expect(scoreButton(page)).toBeVisible({ timeout: 10_000 });
  await scoreButton(page).click();
  await expect(resultRegion(page)).toBeVisible({ timeout: 120_000 });
});

test('keeps the model over a reload, and deletes it when asked', async ({ page }) => {
  const fetched: string[] = [];
  await openTiny(page);
  await scoreButton(page).click();
  await expect(resultRegion(page)).toBeVisible({ timeout: 120_000 });
  page.on('request', (request) => fetched.push(request.url()));
  await page.goto(TINY);
  await expect(page.getByText('Model ready.')).toBeVisible({ timeout: 60_000 });
  expect(fetched.filter((url) => url.endsWith('.bin') || url.endsWith('.onnx'))).toEqual([]);

  await page.getByText('Settings', { exact: true }).click();
  await page.getByRole('button', { name: 'Remove the model' }).click();
  await expect(page.getByText('The model has not been downloaded.')).toBeVisible();
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
});

test('a worker that is killed in the middle of a run is noticed', async ({ page }) => {
  await openTiny(page);
  await scoreButton(page).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Writing questions', { timeout: 60_000 });
  const worker = page.workers().find((each) => each.url().includes('scorer.worker'));
  await worker?.evaluate(() => close());
  await expect(page.getByText('The browser ended the computation')).toBeVisible({ timeout: 20_000 });
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(resultRegion(page)).toBeVisible({ timeout: 120_000 });
});

test('what nobody would paste on purpose ends in a result or a plain word', async ({ page }) => {
  test.setTimeout(300_000);
  await page.goto(TINY);
  const texts: readonly (readonly [string, string])[] = [
    ['<|im_start|>user <|endoftext|>', '<|im_end|> <|endoftext|>'],
    ['\ud800 lone \udfff', '👨‍👩‍👧 \u202eevil\u202c \u0000'],
    ['日本語の記事です。', '要約です。'],
    [SUMMARY, SUMMARY],
    ['Short.', SOURCE],
    ['<img src=x onerror="document.title=1"><script>document.title=2</script>', '<b>bold</b> &amp; <!-- plain -->'],
    ['x'.repeat(1_000_000), 'A summary.'],
  ];
  for (const [source, summary] of texts) {
    await field(page, 'Article').fill(source);
    await field(page, 'Summary').fill(summary);
    await scoreButton(page).click();
    await expect(page.locator('[data-outcome], quals-notice-box').first()).toBeVisible({ timeout: 120_000 });
    await expect(page.locator('body')).not.toContainText('NaN');
    await expect(page).toHaveTitle(/QUALS/);
    if (page.url().includes('#result')) await page.goBack();
  }
});

test('a megabyte of sentences is cut where the person says, outlives a reload, and is scored', async ({ page }) => {
  test.setTimeout(300_000);
  await page.goto(TINY);
  await field(page, 'Article').fill(Array.from({ length: 40_000 }, (_, n) => `This is sentence ${n}.`).join(' '));
  await field(page, 'Summary').fill('A summary of sentence 39999.');
  await scoreButton(page).click();
  await page.getByRole('button', { name: 'Keep the end' }).click({ timeout: 120_000 });
  await expect(field(page, 'Article')).toHaveValue(END_KEPT, { timeout: 60_000 });
  await page.waitForTimeout(600); // typing is written once it pauses
  await page.reload();
  await expect(field(page, 'Article')).toHaveValue(END_KEPT);
  await scoreButton(page).click();
  await expect(page.locator('[data-outcome]')).toBeVisible({ timeout: 240_000 });
});
