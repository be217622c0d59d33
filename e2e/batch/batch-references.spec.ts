/** A wide file with references in a column of their own: mapped, scored once an article, chosen by ConSeq, exported. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { test } from '../page-test.js';
import { readFile } from 'node:fs/promises';
import { bodyRows, openBatchPage, pasteRows } from './open-batch.js';
import { BATCH_PLAY } from './stored-batch.js';
import type { Play } from '../fake-scorer/fake-worker.js';
import { sampleResult, SOURCE, SUMMARY } from '../fake-scorer/sample-result.js';
import { openWith } from '../open-page.js';
import { NORMALISATION } from '../../src/core/text/normalisation.js';

/** QUALS by summary: reference and two summaries of the ferry, reference and summary of the bridge. */
const QUALS: Readonly<Record<string, number>> = {
  [`${SUMMARY} Alpha beta gamma.`]: -0.1,
  [`${SUMMARY} Alpha delta.`]: -2,
  [`${SUMMARY} Epsilon.`]: -0.4,
  [`${SUMMARY} Zeta.`]: -0.9,
  [`${SUMMARY} Eta.`]: -1,
};
const [FERRY = '', SANK = '', AGROUND = '', BRIDGE = '', FELL = ''] = Object.keys(QUALS);
const ROWS = [
  { id: 'a', document: `${SOURCE} Ferry.`, reference: FERRY, summary: SANK },
  { id: 'b', document: `${SOURCE} Ferry.`, reference: FERRY, summary: AGROUND },
  { id: 'c', document: `${SOURCE} Bridge.`, reference: BRIDGE, summary: FELL },
];
const JSONL = ROWS.map((row) => JSON.stringify(row)).join('\n');

function actOf(quals: number): Play['score'] {
  const sample = sampleResult();
  const pairs = sample.pairs.map((pair) => ({ ...pair, quals: pair.quals + quals - sample.quals }));
  const measures = { ...sample.measures, rouge1: 0.5, rouge2: 0.5, rougeL: 0.5 };
  return {
    progress: [],
    outcome: { ok: true, value: { ...sample, quals, pairs, measures, normalisation: NORMALISATION } },
  };
}

const PLAY: Play = {
  ...BATCH_PLAY,
  scores: Object.fromEntries(Object.entries(QUALS).map(([summary, quals]) => [summary, actOf(quals)])),
};

async function exported(page: Page, name: RegExp): Promise<readonly Record<string, unknown>[]> {
  const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
  const lines = (await readFile(await saved.path(), 'utf8')).trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
}

test('references in a column are scored once an article, and ConSeq chooses from them', async ({ page }) => {
  const complaints = await openWith(page, PLAY);
  await openBatchPage(page);
  await pasteRows(page, JSONL);
  const part = page.getByRole('combobox', { name: 'Reference', exact: true });
  await expect(part).toHaveValue('reference');
  const head = page.getByRole('table', { name: 'The first rows' });
  await expect(head.getByRole('columnheader', { name: 'Reference' })).toBeVisible();
  await expect(head.getByRole('row').nth(3)).toContainText(BRIDGE);
  const check = page.getByRole('checkbox', { name: 'Score the references too (needed for ConSeq’s choice)' });
  await expect(check).not.toBeChecked();

  // Without a reference there is nothing to score.
  await part.selectOption('(none)');
  await expect(check).toBeHidden();
  await expect(head.getByRole('columnheader', { name: 'Reference' })).toBeHidden();
  await part.selectOption('reference');
  await check.check();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Use these columns' }).click();

  await expect(page.getByText('2 references of 2 articles are scored too, each once')).toBeVisible();
  await page.getByRole('button', { name: 'Score 5 rows' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('All 5 summaries are done.', { timeout: 30_000 });
  await expect(bodyRows(page)).toHaveCount(5);

  const choice = page.getByRole('region', { name: 'Choose training texts' });
  await expect(choice.getByRole('combobox', { name: 'References' })).toHaveValue('reference');
  // One of two references, one of three generated summaries: both are of the ferry.
  await choice.getByLabel('Best references, %').fill('50');
  await choice.getByLabel('Worst generated, %').fill('34');
  await expect(choice).toContainText('1 article is in both shares: 1 reference in S+, 1 generated summary in S−.');
  await expectAccessible(page);
  expect(await exported(page, /^Export S\+/)).toMatchObject([{ id: 'a', summary: FERRY, value: -0.1 }]);
  expect(await exported(page, /^Export S−/)).toMatchObject([{ id: 'a', summary: SANK, value: -2 }]);

  const rows = await exported(page, /^Export 5 rows as JSON Lines/);
  expect(rows.map(({ id, system, quals }) => [id, system, quals])).toEqual([
    ['a', 'summary', -2],
    ['a', 'reference', -0.1],
    ['b', 'summary', -0.4],
    ['c', 'summary', -1],
    ['c', 'reference', -0.9],
  ]);
  // The sample summary and "alpha", of two and of three more words.
  const shared = (SUMMARY.toLowerCase().match(/[a-z0-9]+/g)?.length ?? 0) + 1;
  const { rouge1 } = rows[0]?.['referenceRouge'] as Record<string, number>;
  expect(rouge1).toBeCloseTo((2 * shared) / (shared + 1 + shared + 2), 12);
  expect(rows[1]).not.toHaveProperty('referenceRouge');

  await page.reload();
  await page.getByRole('button', { name: 'Open Pasted rows' }).click();
  await expect(choice.getByRole('combobox', { name: 'References' })).toHaveValue('reference');
  expect(complaints).toEqual([]);
});

test('references that are not scored: the page says what the choice needs', async ({ page }) => {
  await openWith(page, PLAY);
  await openBatchPage(page);
  await pasteRows(page, JSONL);
  await page.getByRole('button', { name: 'Use these columns' }).click();
  await page.getByRole('button', { name: 'Score 3 rows' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('All 3 summaries are done.', { timeout: 30_000 });
  await expect(page.getByRole('region', { name: 'Choose training texts' })).toContainText(
    'The file has references in “reference”, but they are not scored.',
  );
});
