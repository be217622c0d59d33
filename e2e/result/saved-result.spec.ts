/** A result opens again from a file, without a model. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { test } from '../page-test.js';
import { readFile } from 'node:fs/promises';
import { encodeResult, encodeResults } from '../../src/core/record/encode-record.js';
import { bodyRows } from '../batch/open-batch.js';
import { LOADED, type Play } from '../fake-scorer/fake-worker.js';
import { sampleResult, SOURCE, SUMMARY, UNSCORABLE } from '../fake-scorer/sample-result.js';
import { field, openWith, resultRegion } from '../open-page.js';
import { seeResult } from '../pictures/page-state.js';
import { SCORED } from '../pictures/result-states.js';

/** No model is there: a run would never end. */
const NO_MODEL: Play = { load: { progress: [] }, score: { progress: [] } };

const RECORD = encodeResult(sampleResult(), {
  texts: { source: SOURCE, summary: SUMMARY },
  createdAt: '2026-11-29T12:00:00.000Z',
  run: { device: 'webgpu', detail: 'Apple M2', seconds: 9.3, requests: 0 },
});

async function choose(page: Page, content: unknown, name = 'saved.json'): Promise<void> {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Open a saved result' }).click(),
  ]);
  await chooser.setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
}

/** On the heading of the page, outside the fields. True where the browser would have left for the file. */
function drop(page: Page, content: string, name: string): Promise<boolean> {
  return page.locator('main h1').evaluate(
    (element, file) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([file.content], file.name));
      const send = (type: string): boolean =>
        element.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true, composed: true }));
      return [send('dragover'), send('drop')].some(Boolean);
    },
    { content, name },
  );
}

test('an exported file opens again on a device without a model', async ({ page, browser }) => {
  await openWith(page, SCORED);
  await seeResult(page);
  await page.getByRole('button', { name: 'Export' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Whole result, JSON with both texts' }).click(),
  ]);
  const exported = await readFile(await download.path(), 'utf8');

  const other = await (await browser.newContext()).newPage();
  const complaints = await openWith(other, NO_MODEL);
  await field(other, 'Summary').fill('My summary.');
  await choose(other, exported, 'quals-result.json');
  await expect(resultRegion(other).getByRole('heading', { level: 1 })).toBeFocused();
  for (const part of ['.score-block', 'quals-marked-summary', 'quals-answers-table', 'quals-article-pane']) {
    expect(await other.locator(part).first().innerText()).toBe(await page.locator(part).first().innerText());
  }
  await expect(other.locator('quals-run-line')).toContainText('Opened from quals-result.json');
  await expect(other.locator('quals-run-line')).toContainText(/Scored on .+ with WASM \(2 threads\) in /);
  await expect(other.locator('quals-search-paths quals-disclosure-box')).toHaveCount(1);
  await expect(field(other, 'Summary')).toHaveValue(SUMMARY);
  expect((await new AxeBuilder({ page: other }).analyze()).violations).toEqual([]);
  await other.getByRole('button', { name: 'Restore them' }).click();
  await expect(field(other, 'Summary')).toHaveValue('My summary.');
  expect(complaints).toEqual([]);
  await other.context().close();
});

test('a second file takes the place of the first, and the person’s own texts stay aside', async ({ page }) => {
  await openWith(page, NO_MODEL);
  await field(page, 'Summary').fill('My summary.');
  await choose(page, RECORD);
  await expect(resultRegion(page)).toHaveAttribute('data-outcome', 'scored');
  // The sample's log p has places in the beginning.
  const longer = `${SUMMARY} Another sentence.`;
  const texts = { source: SOURCE, summary: longer };
  await choose(page, encodeResult(UNSCORABLE, { texts, createdAt: null }));
  await expect(resultRegion(page)).toHaveAttribute('data-outcome', 'unscorable');
  await expect(resultRegion(page).getByRole('heading', { level: 1 })).toBeFocused();
  await expect(field(page, 'Summary')).toHaveValue(longer);
  await page.getByRole('button', { name: 'Restore them' }).click();
  await expect(field(page, 'Summary')).toHaveValue('My summary.');
});

test('a file that version 0.1 exported opens', async ({ page }) => {
  await openWith(page, NO_MODEL);
  await choose(page, await readFile('src/core/record/fixtures/version-0-export.json', 'utf8'));
  await expect(page.locator('.big-score')).toHaveText('−0.260');
  await expect(page.locator('quals-run-line')).toContainText('Model tiny');
});

test('a file with several results opens on the batch page, once, and each row opens', async ({ page }) => {
  const complaints = await openWith(page, NO_MODEL);
  const several = encodeResults([RECORD, { ...RECORD, name: 'System B' }]);
  await choose(page, several, 'two.json');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('All 2 summaries are done.');
  await expect(bodyRows(page)).toHaveCount(2);
  await expect(bodyRows(page).nth(1)).toContainText('System B');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await bodyRows(page).nth(1).click();
  await expect(page.locator('quals-run-line')).toContainText('Opened from two.json');
  await choose(page, several, 'two.json');
  await page.getByRole('button', { name: 'Choose other rows' }).click();
  await expect(page.getByRole('button', { name: 'Open two.json' })).toHaveCount(1);
  expect(complaints).toEqual([]);
});

test('what is no saved result is refused in plain words, and changes nothing', async ({ page }) => {
  const complaints = await openWith(page, NO_MODEL);
  await field(page, 'Summary').fill('My summary.');
  const refusals: [unknown, RegExp][] = [
    [{ ...RECORD, version: 2 }, /A newer version of QUALS made saved\.json .* Reload this page/],
    [{ ...RECORD, pairs: 'none' }, /saved\.json is damaged: “pairs” is missing or wrong/],
    [{ format: 'other' }, /saved\.json is not a saved QUALS result/],
    [JSON.stringify(RECORD).slice(0, 900), /saved\.json is not a complete JSON file/],
  ];
  for (const [content, words] of refusals) {
    await choose(page, content);
    await expect(page.locator('quals-open-saved').getByRole('alert')).toBeVisible();
    await expect(page.locator('quals-open-saved')).toContainText(words);
  }
  await expect(field(page, 'Summary')).toHaveValue('My summary.');
  await expect(resultRegion(page)).toHaveCount(0);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await choose(page, RECORD);
  await expect(resultRegion(page)).toBeVisible();
  expect(complaints).toEqual([]);
});

test('a file that is still read when a run begins is not dropped without a word', async ({ page }) => {
  const complaints = await openWith(page, { ...NO_MODEL, load: LOADED }, (opening) =>
    opening.addInitScript(() => {
      const { text } = File.prototype;
      File.prototype.text = async function (this: File) {
        await new Promise((resolve) => addEventListener('release', resolve, { once: true }));
        return text.call(this);
      };
    }),
  );
  const why = page.locator('quals-page-status').getByRole('alert');
  await field(page, 'Summary').fill('My summary.');
  for (const [name, content, words] of [
    ['large.json', RECORD, '“large.json” was not opened, because a summary was being scored.'],
    ['damaged.json', { ...RECORD, pairs: 'none' }, 'damaged.json is damaged: “pairs” is missing or wrong'],
  ] as const) {
    await choose(page, content, name);
    await page.keyboard.press('Control+Enter');
    await expect(page.locator('quals-run-view')).toBeVisible();
    await page.evaluate(() => dispatchEvent(new Event('release')));
    await expect(why).toContainText(words);
    await page.keyboard.press('Escape');
    await expect(field(page, 'Summary')).toHaveValue('My summary.');
    await expect(resultRegion(page)).toHaveCount(0);
    await expect(why).toBeVisible();
  }
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.locator('quals-page-status').getByRole('button', { name: 'Close' }).click();
  await expect(why).toHaveCount(0);
  await expect(page.getByRole('main')).toBeFocused();
  expect(complaints).toEqual([]);
});

test('rows of scores are told from results', async ({ page }) => {
  await openWith(page, NO_MODEL);
  const row = '{"id":1,"outcome":"scored","quals":-0.5,"answerGap":-1,"pairs":[],"protocol":"matched"}\n';
  await drop(page, row, 'scores.jsonl');
  await expect(page.locator('quals-open-saved')).toContainText('“--records results.jsonl”');
});

test('a result without a score is exported, and opens again', async ({ page }) => {
  await openWith(page, NO_MODEL);
  await choose(page, encodeResult(UNSCORABLE, { texts: { source: SOURCE, summary: SUMMARY }, createdAt: null }));
  await page.getByRole('button', { name: 'Export' }).click();
  await expect(page.locator('quals-export-menu li')).toHaveCount(3);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Whole result, JSON with both texts' }).click(),
  ]);
  const exported = await readFile(await download.path(), 'utf8');
  await choose(page, exported, 'none.json');
  await expect(page.locator('quals-run-line')).toContainText('Opened from none.json');
  await expect(resultRegion(page)).toHaveAttribute('data-outcome', 'unscorable');
});

test('a saved result that is dropped on the page opens; another file is refused', async ({ page }) => {
  await openWith(page, NO_MODEL);
  expect(await drop(page, '%PDF-1.7', 'paper.pdf')).toBe(false);
  await expect(page.locator('quals-open-saved')).toContainText('paper.pdf is not a complete JSON file');
  expect(await drop(page, JSON.stringify(RECORD), 'dropped.json')).toBe(false);
  await expect(page.locator('quals-run-line')).toContainText('Opened from dropped.json');
});

test('markup in a file is text', async ({ page }) => {
  const complaints = await openWith(page, NO_MODEL);
  const markup = '<img src=x onerror="document.title=1">';
  const [pair, ...others] = RECORD.pairs;
  const summary = `${SUMMARY} ${markup}`;
  await choose(
    page,
    {
      ...RECORD,
      texts: { source: `${SOURCE} ${markup}`, summary },
      method: { ...RECORD.method, model: { id: markup, version: '1' } },
      pairs: [{ ...pair, question: markup }, ...others],
    },
    `${markup}.json`,
  );
  await expect(page.locator('quals-run-line')).toContainText(`Opened from ${markup}.json`);
  await expect(page.locator('quals-answers-table')).toContainText(markup);
  await expect(page.locator('main img')).toHaveCount(0);
  expect(complaints).toEqual([]);
});
