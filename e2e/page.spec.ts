/** What the page stores, what keys alone can reach, and what can be exported. */
import { expect, type Page } from '@playwright/test';
import { test } from './page-test.js';
import { readFile } from 'node:fs/promises';
import { LOADED, type Play } from './fake-scorer/fake-worker.js';
import { sampleResult } from './fake-scorer/sample-result.js';
import { field, openWith, resultRegion, scoreButton } from './open-page.js';

const SCORED: Play = { load: LOADED, score: { progress: [], outcome: { ok: true, value: sampleResult() } } };

test('texts and settings survive a reload', async ({ page }) => {
  await openWith(page, SCORED);
  await field(page, 'Article').fill('My article.');
  await field(page, 'Summary').fill('My summary.');
  await page.getByText('Settings', { exact: true }).click();
  for (const name of ['Released', '20 paths (quick)', 'Log', 'WASM'])
    await page.getByRole('radio', { name, exact: true }).check({ force: true });
  await page.waitForTimeout(600); // typing is written once it pauses
  await page.reload();
  await expect(field(page, 'Article')).toHaveValue('My article.');
  await expect(field(page, 'Summary')).toHaveValue('My summary.');
  await expect(page.locator('quals-run-controls')).toContainText('Released protocol, quick: 20 paths');
  await page.getByText('Settings', { exact: true }).click();
  for (const name of ['Released', '20 paths (quick)', 'Log', 'WASM'])
    await expect(page.getByRole('radio', { name, exact: true })).toBeChecked();
});

test('scores of another preset appear next to the examples’ scores only with a note', async ({ page }) => {
  await openWith(page, SCORED);
  await expect(page.locator('quals-worked-example')).toContainText('Matched protocol, 60 paths');
  await expect(page.getByText('not comparable with them')).toHaveCount(0);
  await page.getByText('Settings', { exact: true }).click();
  await page.getByRole('radio', { name: '20 paths (quick)' }).check({ force: true });
  await expect(page.locator('quals-example-list')).toContainText('Matched protocol, quick: 20 paths');
  await expect(page.locator('quals-example-list')).toContainText('not comparable with them');
});

test('texts that look exchanged are named, and can be exchanged', async ({ page }) => {
  await openWith(page, SCORED);
  await field(page, 'Article').fill('Short.');
  await field(page, 'Summary').fill('A good deal longer than the article.');
  await page.getByRole('button', { name: 'Exchange them' }).click();
  await expect(field(page, 'Article')).toHaveValue('A good deal longer than the article.');
  await expect(field(page, 'Article')).toBeFocused();
  await expect(field(page, 'Summary')).toHaveValue('Short.');
});

test('an example that cannot be read leaves the list and the texts as they are', async ({ page }) => {
  await openWith(page, SCORED);
  await page.route('**/examples/bridge.json', (route) => route.abort());
  await field(page, 'Summary').fill('My summary.');
  await page.getByRole('radio', { name: /One number changed/ }).click();
  await expect(page.getByText('This example could not be read')).toBeVisible();
  await expect(field(page, 'Summary')).toHaveValue('My summary.');
  await page.getByRole('radio', { name: /The same facts/ }).check();
  await expect(page.getByText('This example could not be read')).toHaveCount(0);
});

test('a question about what is stored leads to its answer, and Back leads back', async ({ page }) => {
  await openWith(page, SCORED);
  await page.getByRole('link', { name: 'What is stored, and how to remove it' }).click();
  await expect(page.getByRole('heading', { name: 'What is stored, and how to remove it' })).toBeFocused();
  await expect(page.getByRole('heading', { name: 'What is stored, and how to remove it' })).toBeInViewport();
  await page.goBack();
  await expect(field(page, 'Article')).toBeVisible();
});

test('an example saves a person’s own texts, and they can be restored', async ({ page }) => {
  await openWith(page, SCORED);
  await field(page, 'Summary').fill('My summary.');
  await page.getByRole('radio', { name: /One number changed/ }).check();
  await expect(field(page, 'Summary')).toHaveValue(/^The bridge at Callow/);
  await page.getByRole('button', { name: 'Restore them' }).click();
  await expect(field(page, 'Article')).toBeFocused();
  await expect(field(page, 'Summary')).toHaveValue('My summary.');
});

test('a chosen theme is there before the page’s own program runs', async ({ page }) => {
  await openWith(page, SCORED);
  await page.getByRole('radio', { name: 'Dark' }).check({ force: true });
  await page.route('**/assets/index-*.js', (route) => route.abort());
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(ground).toBe('rgb(21, 21, 20)');
});

test('Back leads from the result to the texts, Forward to the result', async ({ page }) => {
  await openWith(page, SCORED);
  await scoreButton(page).click();
  await expect(resultRegion(page)).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Find the part of a summary');
  await page.goForward();
  await expect(resultRegion(page)).toBeVisible();
});

test('the whole way with keys alone', async ({ page }) => {
  await openWith(page, SCORED);
  await page.keyboard.press('Tab');
  expect(await focusedName(page)).toBe('Skip to the content');
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
  // Arrow keys select among examples, as in any group of radio buttons.
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: /The same facts/ })).toBeChecked();
  await expect(field(page, 'Summary')).toHaveValue(/^After more than a year/);
  await tabTo(page, 'Article');
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText('Klitschko has a chink in his armour.');
  await tabTo(page, 'Summary');
  await tabTo(page, 'Score');
  await page.keyboard.press('Enter');
  await expect(resultRegion(page).getByRole('heading', { level: 1 })).toBeFocused();

  await tabTo(page, 'Pair 1: Who has a chink in his armour? Anthony Joshua, gap −2.460');
  const rows = page.locator('quals-answers-table tr[data-index]');
  await tabUntil(page, () => rows.first().evaluate((row) => row === document.activeElement));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(rows.nth(1)).toHaveAttribute('aria-selected', 'true');
  await expect(page.locator('quals-says-instead .asked')).toContainText('Whose armour has a chink in it?');
  await page.keyboard.press('End');
  await page.keyboard.press('Shift+Enter');
  await expect(page.locator('quals-token-chart[data-letter=b]')).toContainText('Who will Anthony Joshua face?');

  await tabUntil(page, async () => (await focusedName(page)).includes('given the summary, '));
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(page.locator('quals-token-detail')).toContainText(/token 1 of \d+/);
});

test('a pair’s number in the summary, a click on a row and Shift+click draw what they name', async ({ page }) => {
  await openWith(page, SCORED);
  await scoreButton(page).click();
  await page.getByRole('button', { name: /^Pair 3: / }).click();
  await expect(page.locator('quals-token-chart[data-letter=a]')).toContainText('What does Anthony Joshua have?');
  await page.getByRole('row', { name: /What is Lennox Lewis/ }).click({ modifiers: ['Shift'] });
  await expect(page.locator('quals-token-chart[data-letter=b]')).toContainText('What is Lennox Lewis?');
});

test('the linked passage is marked, and the rail alone scrolls to it', async ({ page }) => {
  await openWith(page, SCORED);
  await scoreButton(page).click();
  await expect(page.locator('quals-article-pane [data-linked]')).toContainText(
    'doesn’t have the legs'.replace('’', "'"),
  );
  await expect(page.locator('quals-article-pane [data-linked] mark')).toHaveText('Klitschko');
  const row = page.getByRole('row', { name: /Who will Anthony Joshua face/ });
  await row.scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => scrollY);
  await row.click();
  await expect(page.locator('quals-article-pane [data-linked]')).toContainText('Lennox Lewis believes');
  expect(await page.evaluate(() => scrollY)).toBe(before);
  await expect(page.locator('quals-article-pane [data-linked]')).toBeInViewport();
});

test('pairs can be filtered, and those thrown out have their reasons', async ({ page }) => {
  await openWith(page, SCORED);
  await scoreButton(page).click();
  await page.getByRole('radio', { name: 'In doubt 5' }).check({ force: true });
  await expect(page.locator('quals-answers-table tr[data-index]')).toHaveCount(5);
  await page.getByRole('radio', { name: 'Dropped 50' }).check({ force: true });
  await expect(page.getByRole('row', { name: /Who did Klitschko lose to/ })).toContainText('not in the summary');
});

test('everything can be taken along', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openWith(page, SCORED);
  await scoreButton(page).click();
  const pairs = await download(page, 'Pairs, CSV');
  expect(pairs).toContain('Who has a chink in his armour?,Anthony Joshua,true');
  const svg = await download(page, 'Figure, SVG');
  expect(svg).toContain('sample 0.0.0');
  expect(svg).toContain('Anthony Joshua');
  expect(JSON.parse(await download(page, 'Whole result, JSON with both texts'))).toMatchObject({
    format: 'quals-result',
    outcome: 'scored',
  });
  expect((await download(page, 'Figure, PNG')).slice(1, 4)).toBe('PNG');
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('button', { name: /^Copy/ }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('QUALS −0.637');
});

test('markup in a text is text', async ({ page }) => {
  const complaints = await openWith(page, SCORED);
  await field(page, 'Article').fill('<img src=x onerror="document.title=1"><script>document.title=2</script>');
  await field(page, 'Summary').fill('<b>bold</b> &amp; plain');
  await scoreButton(page).click();
  await expect(page.locator('quals-article-pane')).toContainText('<img src=x onerror=');
  await expect(page.locator('quals-marked-summary')).toContainText('<b>bold</b> &a');
  await expect(page.locator('quals-article-pane img')).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test('no storage at all: the page works and says that nothing is kept', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'indexedDB', {
      value: {
        open: () => {
          throw new DOMException('refused', 'SecurityError');
        },
      },
    });
    Object.defineProperty(globalThis, 'localStorage', {
      get: () => {
        throw new DOMException('refused', 'SecurityError');
      },
    });
  });
  await openWith(page, SCORED);
  await expect(page.getByText('does not let the page store anything')).toBeVisible();
  await scoreButton(page).click();
  await expect(resultRegion(page)).toBeVisible();
});

async function download(page: Page, item: string): Promise<string> {
  await page.getByRole('button', { name: 'Export' }).click();
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: item }).click()]);
  return readFile(await file.path(), 'latin1').then((text) =>
    text.startsWith('\x89') ? text : Buffer.from(text, 'latin1').toString('utf8'),
  );
}

/** The accessible name of the focused element, through shadow roots, from its labels and texts. */
function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    const labels = (active as HTMLTextAreaElement | null)?.labels;
    return active?.getAttribute('aria-label') ?? labels?.[0]?.textContent?.trim() ?? active?.textContent?.trim() ?? '';
  });
}

const tabTo = (page: Page, name: string): Promise<void> =>
  tabUntil(page, async () => (await focusedName(page)) === name);

async function tabUntil(page: Page, reached: () => Promise<boolean>): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    if (await reached()) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`80 presses of Tab did not lead there; focus is on “${await focusedName(page)}”.`);
}
