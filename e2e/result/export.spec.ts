/** What a result can be exported as: pictures with their legend, a file that opens again, a printed page. */
import { expect, type Page } from '@playwright/test';
import { test } from '../page-test.js';
import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { openWith, resultRegion } from '../open-page.js';
import { seeResult } from '../pictures/page-state.js';
import { RESULT_STATES, SCORED } from '../pictures/result-states.js';

async function exported(page: Page, item: string): Promise<{ readonly name: string; readonly content: Buffer }> {
  await page.getByRole('button', { name: 'Export' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: item }).click(),
  ]);
  return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
}

/** The texts in an SVG, read as XML: markup in them would be elements. In an empty page, since the policy of ours parses no markup. */
async function textsOf(page: Page, svg: string): Promise<string> {
  const empty = await page.context().newPage();
  const texts = await empty.evaluate((source) => {
    const parsed = new DOMParser().parseFromString(source, 'image/svg+xml');
    return [...parsed.querySelectorAll('text, parsererror')].map((element) => element.textContent).join(' ');
  }, svg);
  await empty.close();
  return texts;
}

test('the marked summary is a picture with its legend inside', async ({ page }) => {
  await openWith(page, SCORED);
  await seeResult(page);
  const { name, content } = await exported(page, 'Marked summary, SVG');
  expect(name).toBe('quals-summary.svg');
  const texts = await textsOf(page, content.toString());
  for (const part of [
    'Anthony',
    'armour',
    '1, 2',
    'over 10,000',
    'to 100',
    'Unmarked words',
    'QUALS of the summary −0.637',
  ])
    expect(texts).toContain(part);
  const png = await exported(page, 'Marked summary, PNG');
  const { width, height } = await sharp(png.content).metadata();
  expect(width).toBe(2 * 808);
  expect(height).toBeGreaterThan(400);
});

test('the distribution is a picture where the page shows one', async ({ page }) => {
  await openWith(page, SCORED);
  await seeResult(page);
  await expect(resultRegion(page)).toContainText('People judged');
  const { name, content } = await exported(page, 'Distribution, SVG');
  expect(name).toBe('quals-distribution.svg');
  const texts = await textsOf(page, content.toString());
  for (const part of ['this summary', '66', 'Band: its 95', 'Columns: rated summaries', 'Of 474 rated'])
    expect(texts).toContain(part);
});

test('there is no distribution without a verdict', async ({ page }) => {
  await openWith(page, RESULT_STATES['result of one pair'].play);
  await seeResult(page);
  await page.getByRole('button', { name: 'Export' }).click();
  await expect(page.getByRole('button', { name: 'Marked summary, SVG' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Distribution, SVG' })).toHaveCount(0);
});

test('JSON Lines open again', async ({ page }) => {
  await openWith(page, SCORED);
  await seeResult(page);
  const { name, content } = await exported(page, 'JSON Lines');
  expect(content.toString().split('\n')).toHaveLength(2);
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Open a saved result' }).click(),
  ]);
  await chooser.setFiles({ name, mimeType: 'application/x-ndjson', buffer: content });
  await expect(page.locator('quals-run-line')).toContainText('Opened from quals-result.jsonl');
});

for (const format of ['A4', 'Letter']) {
  test(`the printed report is one page of ${format}, from the verdict to the pairs`, async ({ page }) => {
    await openWith(page, SCORED);
    await seeResult(page);
    await expect(resultRegion(page)).toContainText('People judged');
    await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'));
    const pdf = await page.pdf({ format, ...(process.env['PRINT_TO'] && { path: process.env['PRINT_TO'] }) });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/gu)).toHaveLength(1);
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.verdict h1')).toBeVisible();
    await expect(page.locator('quals-marked-summary')).toBeVisible();
    await expect(page.locator('quals-answers-table tr[data-index]').last()).toBeVisible();
    for (const part of ['nav', 'quals-why-figure', 'quals-export-menu', 'quals-document-form'])
      await expect(page.locator(part).first()).toBeHidden();
  });
}
