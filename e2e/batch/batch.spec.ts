/** The batch page with a worker that computes nothing: columns, run, table, statistics, exports, and a table of 10,000 rows. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { test } from '../page-test.js';
import { readFile } from 'node:fs/promises';
import { bodyRows, openBatchPage, pasteRows, table } from './open-batch.js';
import { BATCH_PLAY, storeBatch } from './stored-batch.js';
import { LOADED } from '../fake-scorer/fake-worker.js';
import { SOURCE, SUMMARY } from '../fake-scorer/sample-result.js';
import { openWith, resultRegion } from '../open-page.js';

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

const ROWS = [
  'guid,model,document,decoded,rating',
  `a,bart,${quoted(SOURCE)},${quoted(SUMMARY)},1`,
  `b,bart,${quoted(SOURCE)},,0`,
  `c,=2+3,${quoted(SOURCE)},${quoted(SUMMARY)},nan`,
  `a,pegasus,${quoted(`${SOURCE} More.`)},${quoted(SUMMARY)},0.5`,
].join('\r\n');

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
}

async function download(page: Page, name: RegExp): Promise<string> {
  const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
  return readFile(await saved.path(), 'utf8');
}

test('pasted rows are mapped, scored, read, exported, and are there after a reload', async ({ page }) => {
  const complaints = await openWith(page, BATCH_PLAY);
  await openBatchPage(page);
  await expectAccessible(page);
  await pasteRows(page, ROWS);

  await expect(page.getByRole('combobox', { name: 'Article', exact: true })).toHaveValue('document');
  await expect(page.getByRole('combobox', { name: 'Summary', exact: true })).toHaveValue('decoded');
  await expect(page.getByRole('combobox', { name: 'Id', exact: true })).toHaveValue('guid');
  await expect(page.getByRole('combobox', { name: 'System', exact: true })).toHaveValue('model');
  await expect(page.getByLabel('Label by people')).toHaveValue('rating');
  await expect(page.getByRole('table', { name: 'The first rows' })).toContainText('decoded is empty');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Use these columns' }).click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('1 of 4 summaries is done.');
  await expect(page.getByText(/1 row cannot be scored\. Line \d+: decoded is empty\./)).toBeVisible();
  await page.getByRole('button', { name: /^Go on with 3 rows/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('All 4 summaries are done.');
  await expect(bodyRows(page)).toHaveCount(4);
  await expect(page.getByRole('table', { name: 'Mean QUALS' })).toBeVisible();
  await expectAccessible(page);

  await page.getByText('No score 1', { exact: true }).click();
  await expect(bodyRows(page)).toHaveCount(1);
  await expect(bodyRows(page)).toContainText('Failed');
  await page.getByText('All 4', { exact: true }).click();
  await page.getByRole('searchbox', { name: 'Find in the rows' }).fill('PEGASUS');
  await expect(bodyRows(page)).toHaveCount(1);
  await page.getByRole('searchbox').fill('');

  const csv = await download(page, /as CSV$/);
  expect(csv.startsWith('\uFEFFrow,id,system,label,outcome,quals')).toBe(true);
  expect(csv).toContain(`3,c,"'=2+3",,scored`);
  const lines = (await download(page, /as JSON Lines$/)).trimEnd().split('\n');
  const rows = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(rows.map(({ id, outcome }) => [id, outcome])).toEqual([
    ['a', 'scored'],
    ['b', 'error'],
    ['c', 'scored'],
    ['a', 'scored'],
  ]);
  expect((rows[0]?.['pairs'] as unknown[]).length).toBe(10);

  await page.reload();
  await page.getByRole('button', { name: 'Open Pasted rows' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('All 4 summaries are done.');
  expect(complaints).toEqual([]);
});

test('a row opens with the keys, and Back keeps its place', async ({ page }) => {
  await openWith(page, BATCH_PLAY);
  await storeBatch(page, 2000, 1);
  await openBatchPage(page);
  await page.getByRole('button', { name: 'Open xsum.jsonl' }).click();
  await page.getByRole('button', { name: 'Go on with 1 row' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('All 2,000 summaries are done.', {
    timeout: 20_000,
  });
  await table(page).focus();
  await page.keyboard.press('End');
  const row = bodyRows(page).filter({ hasText: 'Summary 1999:' });
  await expect(row).toHaveAttribute('aria-selected', 'true');
  await expect(row).toHaveAttribute('aria-rowindex', '2001');
  const before = await table(page).evaluate((element) => element.scrollTop);
  await page.keyboard.press('Enter');
  await expect(resultRegion(page)).toBeVisible();
  await expect(page.locator('quals-run-line')).toContainText('xsum.jsonl');
  await page.goBack();
  await expect(row).toHaveAttribute('aria-selected', 'true');
  expect(await table(page).evaluate((element) => element.scrollTop)).toBe(before);
  await expect(table(page)).toBeFocused();
});

test('10,000 rows: few are in the document; they sort, scroll and are searched', async ({ page }) => {
  await openWith(page, { load: LOADED, score: { progress: [] } });
  await storeBatch(page, 10_000);
  await openBatchPage(page);
  await page.getByRole('button', { name: 'Open xsum.jsonl' }).click();
  await expect(table(page)).toHaveAttribute('aria-rowcount', '10001');
  await page.getByRole('button', { name: 'QUALS' }).click();
  await expect(bodyRows(page).first()).toContainText('−2.');
  await table(page).evaluate((element) => element.scrollTo(0, element.scrollHeight / 2));
  await expect(bodyRows(page).first()).not.toContainText('−2.');
  expect(await bodyRows(page).count()).toBeLessThan(60);
  await page.getByRole('searchbox').fill('Summary 9876:');
  await expect(bodyRows(page)).toHaveCount(1);
  await expect(table(page)).toHaveAttribute('aria-rowcount', '2');
  await expect(page.getByRole('table', { name: 'Does one system beat another?' })).toContainText('scores lower', {
    timeout: 60_000,
  });
});

test('an input that cannot be read gets a plain sentence with line and column', async ({ page }) => {
  await openWith(page, BATCH_PLAY);
  await openBatchPage(page);
  await pasteRows(page, 'id,article,summary\n1,"never closed,b\n');
  await expect(page.getByRole('alert')).toContainText('line 2: a quote in column article never closes');
  await page.getByLabel('Choose a file').setInputFiles({
    name: 'rows.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('id,article,summary\n1,café,b\n', 'latin1'),
  });
  await expect(page.getByRole('alert')).toContainText('rows.csv, line 2: the byte 0xE9 is not UTF-8');
});
