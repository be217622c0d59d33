/** The figures and the generic elements, each alone, in a real browser. Serves the gallery itself, so no build is needed. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { test } from '../page-test.js';
import { readFile } from 'node:fs/promises';
import { createServer, type ViteDevServer } from 'vite';

let server: ViteDevServer;
let address: string;

test.beforeAll(async () => {
  server = await createServer({
    configFile: false,
    root: process.cwd(),
    cacheDir: '.cache/vite-gallery',
    logLevel: 'error',
    // A dependency found during a test would reload the page.
    optimizeDeps: { noDiscovery: true },
    server: { port: 5321, hmr: false, watch: null },
  });
  await server.listen();
  address = `${server.resolvedUrls?.local[0] ?? ''}e2e/gallery/`;
});

test.afterAll(() => server.close());

async function open(page: Page): Promise<string[]> {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.text().includes('scheduled an update')) complaints.push(message.text());
  });
  await page.goto(address);
  await expect(page.locator('#figure quals-token-chart').first().getByRole('option').first()).toBeVisible();
  return complaints;
}

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active?.getAttribute('aria-label') ?? active?.tagName ?? '';
  });

test('draws every sample without a complaint', async ({ page }) => {
  const complaints = await open(page);
  await expect(page.locator('#figure quals-token-chart').first().getByRole('option')).toHaveCount(12);
  await expect(page.locator('#figure quals-token-chart .score')).toHaveText(['−2.231', '−0.040']);
  await expect(page.locator('#detail-word quals-token-detail')).toContainText('tokens 4 to 5 of 14');
  await expect(page.locator('#scripts quals-token-chart').nth(1)).toContainText('released protocol');
  expect(complaints).toEqual([]);
});

test('is one tab stop a chart, and every token can be reached, heard and chosen', async ({ page }) => {
  await open(page);
  const [chart, next] = [
    page.locator('#figure quals-token-chart').nth(0),
    page.locator('#figure quals-token-chart').nth(1),
  ];
  const detail = page.locator('#figure quals-token-detail');
  await page.locator('quals-marked-summary').getByRole('button').last().focus();
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe(
    '“Anthony”, in the answer: 0.932 given the summary, 0.0000048 given the article, 194,000 times less likely',
  );
  await page.keyboard.press('ArrowLeft');
  expect(await focused(page)).toContain('the separator');
  await expect(detail).toContainText('the separator');
  await page.keyboard.press('Home');
  expect(await focused(page)).toContain('“Who”');
  await page.keyboard.press('Enter');
  await page.keyboard.press('End');
  expect(await focused(page)).toContain('the end of the answer');
  await page.keyboard.press('Tab');
  expect(await focused(page)).toContain('“Who”: 0.520');
  await expect(next.getByRole('option').first()).toBeFocused();
  // The preview is over; Enter's selection stays.
  await expect(chart.getByRole('option', { selected: true })).toHaveAccessibleName(/^“Who”/);
  await page.keyboard.press('Escape');
  expect(await focused(page)).toBe('BODY');
  await expect(detail).toContainText('“Who” in A');
});

test('draws nothing again on hover, focus or selection', async ({ page }) => {
  await open(page);
  const chart = page.locator('#figure quals-token-chart').first();
  await chart.evaluate((element) => {
    const changes: string[] = [];
    new MutationObserver((records) => changes.push(...records.map(({ type }) => type))).observe(
      element.shadowRoot?.querySelector('svg.plot') as SVGElement,
      { subtree: true, childList: true, attributes: true, characterData: true },
    );
    Object.assign(window, { changes });
  });
  for (const index of [0, 3, 7]) await chart.getByRole('option').nth(index).hover();
  await expect(page.locator('#figure quals-token-detail')).toContainText('“?”');
  await chart.getByRole('option').nth(5).click();
  await expect(chart.getByRole('option').nth(5)).toHaveAttribute('aria-selected', 'true');
  await page.mouse.move(0, 0);
  await expect(page.locator('#figure quals-token-detail')).toContainText('“his”');
  expect(await page.evaluate(() => (window as unknown as { changes: string[] }).changes)).toEqual([]);
  // The observer works: another scale gives another picture.
  await page.locator('#scale').getByText('log').click();
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { changes: string[] }).changes.length))
    .toBeGreaterThan(0);
});

test('opens a long question at its answer and says what is left of it', async ({ page }) => {
  await page.setViewportSize({ width: 1000, height: 900 });
  await open(page);
  const chart = page.locator('#long quals-token-chart').first();
  await chart.locator('.frame').scrollIntoViewIfNeeded();
  await expect(chart.getByRole('option').last()).toBeInViewport({ ratio: 0.1 });
  const hidden = Number(/(\d+) more left/.exec((await chart.locator('.more .left').textContent()) ?? '')?.[1]);
  expect(hidden).toBeGreaterThan(5);
  await chart.getByRole('option').last().focus();
  await page.keyboard.press('Home');
  await expect(chart.locator('.more .left')).toHaveCount(0);
  await expect(chart.locator('.more .right')).toContainText('more right');
  // All except the answer and its end.
  await page.locator('#extent').getByText('answer').click();
  await expect(chart.locator('.more')).toHaveCount(0);
});

test('chooses a pair from the summary, by number and by its words', async ({ page }) => {
  await open(page);
  const summary = page.locator('quals-marked-summary');
  const seventh = summary.getByRole('button', { name: /^Pair 7: What is Lennox Lewis\?/ });
  await seventh.focus();
  await page.keyboard.press('Enter');
  await expect(seventh).toHaveAttribute('aria-pressed', 'true');
  await summary.getByText('Lewis', { exact: true }).click();
  await expect(summary.getByRole('button', { name: /^Pair 5:/ })).toHaveAttribute('aria-pressed', 'true');
  // The accessible text: the words, then what is known about them; an answer inside another is named.
  const text = (await summary.locator('.text').innerText()).replace(/\s+/g, ' ');
  expect(text).toContain(
    'Anthony Joshua (“Joshua”, gap −2.0, pair 2) (“Anthony Joshua”, gap −2.2, darkest word “Anthony”, pair 1)',
  );
  expect(text).toContain('former champion (gap −0.3, pair 7)');
});

test('the tree of paths opens, closes and selects by keys alone, and by clicks', async ({ page }) => {
  await open(page);
  const tree = page.locator('quals-path-tree');
  const rows = tree.getByRole('treeitem');
  await tree.getByRole('button', { name: 'Close all' }).click();
  // Sixty paths begin with "What", "Who", "Whose", "Which" or "When".
  await expect(rows).toHaveCount(5);
  await page.keyboard.press('Tab');
  expect(await focused(page)).toMatch(/^What, probability of its first word \.\d+, 31 paths, 5 kept$/);
  await page.keyboard.press('ArrowRight');
  await expect(rows.first()).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('ArrowRight');
  expect(await focused(page)).toMatch(/^does, .*12 paths, 2 kept$/);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(rows).toHaveCount(5);
  expect(await focused(page)).toMatch(/^What, /);
  // One Tab stop: the next Tab leaves the tree.
  await page.keyboard.press('Tab');
  expect(await tree.evaluate((element) => element.shadowRoot?.activeElement)).toBeNull();

  await tree.getByRole('button', { name: 'Open all' }).click();
  // Sixty paths; some were written twice.
  expect(await tree.locator('[role=treeitem]:not([aria-expanded])').count()).toBeGreaterThan(50);
  const kept = tree.getByRole('treeitem', { name: /kept: pair 4/ });
  await kept.click();
  await expect(kept).toHaveAttribute('aria-selected', 'true');
  await expect(tree.getByRole('treeitem', { selected: true })).toHaveCount(1);
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  expect(await focused(page)).toMatch(/^What, /);
});

test('saves self-contained pictures', async ({ page }) => {
  await open(page);
  const save = async (label: string): Promise<Buffer> => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: label }).click(),
    ]);
    return readFile(await download.path());
  };
  const svg = (await save('SVG')).toString('utf8');
  const parsed = await page.evaluate((text) => {
    const root = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
    return { name: root.nodeName, width: Number(root.getAttribute('width')), text: root.textContent ?? '' };
  }, svg);
  expect(parsed.name).toBe('svg');
  for (const words of ['given the article', 'Anthony Joshua', '−2.231', 'sample-model 0.0.0', '60 paths']) {
    expect(parsed.text).toContain(words);
  }
  const png = await save('PNG');
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  // The header of a PNG: width in bytes 16 to 19.
  expect(png.readUInt32BE(16)).toBe(parsed.width * 2);
});

test('turns the chart on a narrow screen and never scrolls sideways', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page);
  const list = page.locator('#long quals-token-chart').first().getByRole('listbox');
  await expect(list).toHaveAttribute('aria-orientation', 'vertical');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1000, 390]) {
    test(`passes axe: ${colorScheme}, ${width} px`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 900 });
      await open(page);
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
      const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
    });
  }
}
