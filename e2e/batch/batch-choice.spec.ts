/** The choice of training texts in the batch page, and the range of QUALS, with a worker that computes nothing. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { test } from '../page-test.js';
import { readFile } from 'node:fs/promises';
import { bodyRows, openBatchPage, pasteRows, table } from './open-batch.js';
import { BATCH_PLAY, storeBatch } from './stored-batch.js';
import type { Play } from '../fake-scorer/fake-worker.js';
import { lookedAt, looking } from '../fake-scorer/sample-look.js';
import { SOURCE, SUMMARY } from '../fake-scorer/sample-result.js';
import { openWith, resultRegion } from '../open-page.js';
import { NORMALISATION } from '../../src/core/text/normalisation.js';

/** Of each article: QUALS and ROUGE of its reference and of its generated summary. */
const ARTICLES = {
  ferry: { reference: [-0.1, 0.1], bart: [-0.2, 0.9] },
  bridge: { reference: [-0.3, 0.9], bart: [-2, 0.2] },
  storm: { reference: [-0.9, 0.8], bart: [-1, 0.1] },
  match: { reference: [-1.2, 0.2], bart: [-0.4, 0.8] },
} as const;
const SYSTEMS = ['reference', 'bart'] as const;
const { firstLook: FIRST_LOOK = { words: [], sourceLogProb: -1 } } = lookedAt();
/** What the second judge says of each system's summaries. */
const UNSUPPORTED = { reference: 0.1, bart: 0.6 };

const ROWS = Object.entries(ARTICLES).flatMap(([name, values]) =>
  SYSTEMS.map((system) => {
    const [quals, rouge] = values[system];
    return {
      id: `${name}-${system}`,
      system,
      source: `${SOURCE} ${name}.`,
      summary: `${SUMMARY} ${name}, ${system}.`,
      quals,
      rouge,
    };
  }),
);
const JSONL = ROWS.map(({ id, system, source, summary }) => JSON.stringify({ id, system, source, summary })).join('\n');

/** The sample's pairs, shifted so that QUALS is their mean: a stored result that contradicts itself does not open. */
function actOf({ system, quals, rouge }: (typeof ROWS)[number]): Play['score'] {
  const sample = lookedAt();
  const value = {
    ...sample,
    quals,
    pairs: sample.pairs.map((pair) => ({ ...pair, quals: pair.quals + quals - sample.quals })),
    measures: { ...sample.measures, rouge1: rouge, rouge2: rouge, rougeL: rouge },
    firstLook: { ...FIRST_LOOK, unsupported: UNSUPPORTED[system] },
    normalisation: NORMALISATION,
  };
  return { progress: [], outcome: { ok: true, value } };
}

const PLAY: Play = { ...looking(), scores: Object.fromEntries(ROWS.map((row) => [row.summary, actOf(row)])) };

async function exported(page: Page, name: RegExp): Promise<readonly unknown[]> {
  const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
  const lines = (await readFile(await saved.path(), 'utf8')).trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as unknown);
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
}

test('training texts are chosen, shown, opened and exported', async ({ page }) => {
  const complaints = await openWith(page, PLAY);
  await openBatchPage(page);
  await pasteRows(page, JSONL);
  await page.getByRole('button', { name: 'Use these columns' }).click();
  await page.getByRole('button', { name: 'Score 8 rows' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('All 8 summaries are done.', { timeout: 30_000 });

  const choice = page.getByRole('region', { name: 'Choose training texts' });
  await expect(choice.getByRole('combobox', { name: 'References' })).toHaveValue('reference');
  // 30 % of four is one: the best reference is of the ferry, the worst generated summary of the bridge.
  await expect(choice).toContainText('No article is in both shares.');
  await choice.getByLabel('Best references, %').fill('101');
  await expect(choice).toContainText('Enter a number from 0 to 100.');
  await choice.getByLabel('Best references, %').fill('50');
  await choice.getByLabel('Worst generated, %').fill('50');
  await expect(choice).toContainText('1 article is in both shares: 1 reference in S+, 1 generated summary in S−.');
  const sets = choice.getByRole('table', { name: 'The two sets' });
  await expect(sets.getByRole('row', { name: /^S\+/ })).toHaveText(/S\+\s*1\s*1\s*−0\.300\s*\.900\s*\.900/);
  await expect(sets.getByRole('row', { name: /^S−/ })).toHaveText(/S−\s*1\s*1\s*−2\.000\s*\.200\s*\.400/);
  await expect(choice).toContainText('S+ is .500 higher.');
  await expectAccessible(page);
  expect(await exported(page, /^Export S\+/)).toEqual([
    { id: 'bridge-reference', source: `${SOURCE} bridge.`, summary: `${SUMMARY} bridge, reference.`, value: -0.3 },
  ]);

  // By ROUGE: references of bridge and storm, generated summaries of storm and bridge.
  await choice.getByText('ROUGE', { exact: true }).click();
  await expect(choice).toContainText('2 articles are in both shares');
  expect(await exported(page, /^Export S−/)).toMatchObject([{ id: 'bridge-bart' }, { id: 'storm-bart' }]);

  await choice.getByRole('button', { name: 'Show S− in the table' }).click();
  await expect(bodyRows(page)).toHaveCount(2);
  await expect(table(page)).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(resultRegion(page)).toBeVisible();
  await page.goBack();
  await expect(bodyRows(page)).toHaveCount(2);
  await expect(choice).toContainText('2 articles are in both shares');
  await choice.getByRole('combobox', { name: 'References' }).selectOption('(none)');
  await expect(bodyRows(page)).toHaveCount(8);
  expect(complaints).toEqual([]);
});

test('a range of QUALS filters the table, from two fields and by a drag over the figure', async ({ page }) => {
  const complaints = await openWith(page, BATCH_PLAY);
  await storeBatch(page, 150);
  await openBatchPage(page);
  await page.getByRole('button', { name: 'Open xsum.jsonl' }).click();
  const range = page.getByRole('group', { name: 'Rows by QUALS' });
  const foot = page.locator('quals-batch-table [role="status"]').last();
  await expect(foot).toContainText('150 rows.');
  await range.getByLabel('from').fill('-1');
  await range.getByLabel('to').pressSequentially('-0.5');
  await expect(range.getByLabel('to')).toHaveValue('-0.5');
  await expect(foot).toContainText(/^\s*\d+ of 150 rows\./);
  for (const row of await bodyRows(page).all()) await expect(row.locator('.quals')).toHaveText(/^−(0\.[5-9]|1\.000)/);
  await expect(page.locator('.brush .selection')).toBeVisible();

  await range.getByRole('button', { name: 'All scores' }).click();
  await expect(foot).toContainText('150 rows.');
  const figure = page.locator('quals-score-distribution .overlay');
  await figure.scrollIntoViewIfNeeded();
  const box = await figure.boundingBox();
  if (!box) throw new Error('The figure has no place.');
  await page.mouse.move(box.x + 1, box.y + 10);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + 12, { steps: 5 });
  await page.mouse.up();
  await expect(range.getByLabel('to')).toHaveValue(/^-\d/);
  await expect(foot).toContainText(/^\s*\d+ of 150 rows\./);
  await expectAccessible(page);
  expect(complaints).toEqual([]);
});
