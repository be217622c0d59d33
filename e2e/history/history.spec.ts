/** Finished results stay on this device: they are found again, opened without a model, and deleted. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { test } from '../page-test.js';
import { readFile } from 'node:fs/promises';
import { encodeResult } from '../../src/core/record/encode-record.js';
import { sampleResult, SOURCE, SUMMARY } from '../fake-scorer/sample-result.js';
import { fillHistory } from './fill-history.js';
import { NO_MODEL, openHistory, rows } from './open-history.js';
import { field, openWith, resultRegion } from '../open-page.js';
import { seeResult } from '../pictures/page-state.js';
import { SCORED } from '../pictures/result-states.js';

async function exportAll(page: Page): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export all, JSON Lines' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('quals-history.jsonl');
  return readFile(await download.path(), 'utf8');
}

async function importText(page: Page, text: string, name = 'quals-history.jsonl'): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Import a file' }).click(),
  ]);
  await chooser.setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
}

test('a scored summary is in the history, and opens on a later visit without a model', async ({ page }) => {
  const complaints = await openWith(page, SCORED);
  await seeResult(page);
  const score = await page.locator('.big-score').innerText();
  await openHistory(page);
  await expect(rows(page)).toHaveCount(1);
  await openWith(page, NO_MODEL);
  await field(page, 'Summary').fill('My summary.');
  await openHistory(page);
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText(score);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole('button', { name: /^Anthony Joshua has/ }).press('Enter');
  await expect(resultRegion(page).getByRole('heading', { level: 1 })).toBeFocused();
  await expect(page.locator('.big-score')).toHaveText(score);
  await expect(page.locator('quals-run-line')).toContainText(
    /From the history: Anthony Joshua.*Scored on .+ with WASM/s,
  );
  await expect(field(page, 'Summary')).toHaveValue(SUMMARY);
  await page.getByRole('button', { name: 'Restore them' }).click();
  await expect(field(page, 'Summary')).toHaveValue('My summary.');
  expect(complaints).toEqual([]);
});

test('an entry is pinned, renamed, deleted and brought back, with the keyboard', async ({ page }) => {
  await openWith(page, NO_MODEL);
  await fillHistory(page, 3);
  await openHistory(page);
  await expect(rows(page).first()).toContainText('Entry 2');
  await page.getByRole('button', { name: 'Pin: Entry 0' }).press('Enter');
  await expect(rows(page).first()).toContainText('Entry 0');
  await page.getByRole('button', { name: 'Rename: Entry 0' }).press('Enter');
  await page.keyboard.type('Boxing <b>');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Boxing <b>', exact: true })).toBeFocused();
  await page.getByRole('button', { name: 'Delete: Boxing <b>' }).press('Enter');
  await expect(rows(page)).toHaveCount(2);
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(rows(page).first()).toContainText('Boxing <b>');
  await expect(rows(page).first()).toContainText('Pinned');
});

test('all are deleted only after a question', async ({ page }) => {
  await openWith(page, NO_MODEL);
  await fillHistory(page, 2);
  await openHistory(page);
  await page.getByRole('button', { name: 'Delete all …' }).click();
  const question = page.getByRole('dialog', { name: 'Delete all 2 results of the history?' });
  await expect(question).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(rows(page)).toHaveCount(2);
  await page.getByRole('button', { name: 'Delete all …' }).click();
  await question.getByRole('button', { name: 'Delete 2 results' }).click();
  await expect(rows(page)).toHaveCount(0);
  await page.reload();
  await expect(page.getByText('There are no results yet.')).toBeVisible();
});

test('a thousand entries are found by text, date and score', async ({ page }) => {
  await openWith(page, NO_MODEL);
  await fillHistory(page, 1000);
  await openHistory(page);
  await expect(page.getByText('1,000 results', { exact: true })).toBeVisible();
  await page.getByLabel('Find in titles and texts').fill('ENTRÝ 777');
  await expect(rows(page)).toHaveCount(1);
  await page.getByLabel('Find in titles and texts').fill('klitschko 777');
  await expect(rows(page).first()).toContainText('Entry 777');
  await page.getByLabel('Find in titles and texts').fill('');
  await page.getByLabel('From').fill('2026-01-02');
  await page.getByLabel('To', { exact: true }).fill('2026-01-02');
  await expect(page.getByText('24 of 1,000 results')).toBeVisible();
  await page.getByLabel('at most').fill('-0.5');
  await expect(page.getByText('0 of 1,000 results')).toBeVisible();
  await page.getByRole('button', { name: 'Show all' }).click();
  await page.getByLabel('Order').selectOption('Lowest score first');
  await expect(rows(page).first()).toContainText('−0.999');
});

test('nothing is added while it is off', async ({ page }) => {
  await openWith(page, SCORED);
  await openHistory(page);
  await page.getByRole('button', { name: 'Turn off the history' }).click();
  await expect(page.getByText('The history is off. New results')).toBeVisible();
  await page.getByRole('navigation').getByRole('link', { name: 'Score' }).click();
  await seeResult(page);
  await openHistory(page);
  await expect(page.getByText('There are no results. The history is off.')).toBeVisible();
});

test('an exported history comes back on another device, once', async ({ page, browser }) => {
  await openWith(page, SCORED);
  await seeResult(page);
  await openHistory(page);
  await page.getByRole('button', { name: /^Pin:/ }).click();
  const exported = await exportAll(page);

  const other = await (await browser.newContext()).newPage();
  await openWith(other, NO_MODEL);
  await openHistory(other);
  await importText(other, exported);
  await expect(other.getByText('1 result of quals-history.jsonl was added.')).toBeVisible();
  await expect(rows(other)).toContainText('Pinned');
  expect(await exportAll(other)).toBe(exported);
  await importText(other, exported);
  await expect(other.getByText('1 result of it was here already.')).toBeVisible();
  await expect(rows(other)).toHaveCount(1);
  await rows(other).getByRole('button').first().click();
  await expect(resultRegion(other)).toBeVisible();
  await other.context().close();
});

test('a file that is none is refused in words, part by part', async ({ page }) => {
  await openWith(page, NO_MODEL);
  await openHistory(page);
  const record = encodeResult(sampleResult(), { texts: { source: SOURCE, summary: SUMMARY }, createdAt: null });
  await importText(page, [record, { ...record, version: 2 }].map((each) => JSON.stringify(each)).join('\n'), 'a.jsonl');
  await expect(page.getByText('1 result of a.jsonl was added.')).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('Line 2: a newer version of QUALS wrote it (format 2).');
  await importText(page, 'Dear diary', 'diary.txt');
  await expect(page.getByRole('alert')).toContainText('The file is not JSON.');
  await importText(page, JSON.stringify(record, null, 1), 'quals-result.json');
  await expect(rows(page)).toHaveCount(2);
});

test('two tabs show the same', async ({ page, context }) => {
  await openWith(page, NO_MODEL);
  await fillHistory(page, 2);
  await openHistory(page);
  const other = await context.newPage();
  await openWith(other, NO_MODEL);
  await openHistory(other);
  await other.getByRole('button', { name: 'Delete: Entry 1' }).click();
  await expect(rows(page)).toHaveCount(1);
  await other.getByRole('button', { name: 'Undo' }).click();
  await expect(rows(page)).toHaveCount(2);
});
