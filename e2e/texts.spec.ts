/** Texts as people paste, drop and feed them. */
import { expect, type Page } from '@playwright/test';
import { test } from './page-test.js';
import { writeFile } from 'node:fs/promises';
import { LOADED, type Play } from './fake-scorer/fake-worker.js';
import { sampleResult, SOURCE, SUMMARY } from './fake-scorer/sample-result.js';
import { field, openWith, resultRegion, scoreButton } from './open-page.js';

const RESULT = sampleResult();
const REFUSED = 'none, by the page';
const ENDLESS: Play = { load: LOADED, score: { progress: [] } };
const SCORED: Play = { load: LOADED, score: { progress: [], outcome: { ok: true, value: RESULT } } };

async function score(page: Page, source: string, summary: string): Promise<void> {
  await field(page, 'Article').fill(source);
  await field(page, 'Summary').fill(summary);
  await scoreButton(page).click();
  await expect(resultRegion(page)).toBeVisible();
}

/** A real drop, but for the pointer: the events that the browser sends, with files in them. */
async function drop(
  page: Page,
  target: string,
  files: readonly (readonly [name: string, text: string])[],
): Promise<boolean> {
  return page.evaluate(
    ([selector, contents]) => {
      const dataTransfer = new DataTransfer();
      for (const [name, text] of contents) dataTransfer.items.add(new File([text], name));
      const element = document.querySelector(selector);
      const send = (type: string): boolean =>
        element?.dispatchEvent(
          new DragEvent(type, { bubbles: true, composed: true, cancelable: true, dataTransfer }),
        ) ?? true;
      // False: the page took it, so the browser does not leave for the file.
      return send('dragover') || send('drop');
    },
    [target, files] as const,
  );
}

/** Chromium's own drag and drop of a file over the page's heading: what the page answered to the drag. */
async function dragFile(page: Page, file: string): Promise<string | undefined> {
  const box = await page.locator('main h1').first().boundingBox();
  if (!box) throw new Error('The page has no heading.');
  await page.evaluate(() => {
    const note = ({ dataTransfer, defaultPrevented }: DragEvent): void => {
      const owner = defaultPrevented ? 'the page' : 'the browser';
      document.documentElement.dataset['drag'] = `${dataTransfer?.dropEffect ?? ''}, by ${owner}`;
    };
    addEventListener('dragover', note, { once: true });
  });
  const browser = await page.context().newCDPSession(page);
  const at = { x: box.x + 5, y: box.y + 5, data: { items: [], files: [file], dragOperationsMask: 1 } };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await browser.send('Input.dispatchDragEvent', { type, ...at });
  await browser.detach();
  return page.evaluate(() => document.documentElement.dataset['drag']);
}

test('a summary with few questions gets no verdict, but its questions', async ({ page }) => {
  const few = { ...RESULT, pairs: RESULT.pairs.slice(0, 1), quals: -1.5 };
  await openWith(page, { ...SCORED, score: { progress: [], outcome: { ok: true, value: few } } });
  await score(page, SOURCE, SUMMARY);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This summary says too little to ask about.');
  const panel = page.locator('quals-verdict-panel');
  await expect(panel).toContainText('found 1 question');
  await expect(panel).toContainText('Who has a chink in his armour?');
  await expect(panel).toContainText('−1.500');
  await expect(panel).not.toContainText('People judged');
  await expect(panel.locator('quals-calibration-chart')).toHaveCount(0);
});

test('a copied sentence is not marked, and a summary of copied sentences is not called unsupported', async ({
  page,
}) => {
  await openWith(page, SCORED);
  await score(page, `Boxing. ${SUMMARY}`, SUMMARY);
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText('Every sentence of this summary is in the article word for word.');
  await expect(page.locator('quals-verdict-panel')).not.toContainText('People judged');
  await expect(page.locator('quals-verdict-panel .big-score')).toBeVisible();
  const summary = page.locator('quals-result-view quals-marked-summary');
  await expect(summary).toContainText('(word for word in the article)');
  await expect(summary.locator('.text [class*=shade]')).toHaveCount(0);
  await expect(summary.locator('.text [class*=line]')).toHaveCount(0);
  await expect(summary.getByRole('button')).not.toHaveCount(0);
});

test('odd texts are named before they are scored, and can be scored', async ({ page }) => {
  const complaints = await openWith(page, SCORED);
  const notes = page.locator('quals-document-form .text-notes');
  await field(page, 'Article').fill(SOURCE);
  await field(page, 'Summary').fill(`Here is a summary of the article: <p>${SUMMARY.toUpperCase()}</p>`);
  await expect(notes).toContainText('words of a chat model’s reply');
  await expect(notes).toContainText('The summary is in capital letters.');
  await expect(notes).toContainText('The summary contains markup');
  await field(page, 'Summary').fill(
    'Ein kaputtes Echolot ließ die Fähre Linnea bei Torvik auflaufen; die 84 Fahrgäste blieben unverletzt.',
  );
  await expect(notes).toContainText('The summary seems to be in another language.');
  await expect(notes).toContainText('Few words of the summary are in the article.');
  await scoreButton(page).click();
  await expect(resultRegion(page)).toBeVisible();
  expect(complaints).toEqual([]);
});

test('a dropped text file fills the field that it was dropped on', async ({ page }) => {
  await openWith(page, SCORED);
  await field(page, 'Summary').fill('');
  expect(await drop(page, '[data-field=summary]', [['summary.txt', 'A summary.\n']])).toBe(false);
  await expect(field(page, 'Summary')).toHaveValue('A summary.\n');
  await expect(field(page, 'Article')).toHaveValue(SOURCE);
  await drop(page, '[data-field=source]', [['article.md', 'Another article.']]);
  await expect(field(page, 'Article')).toHaveValue('Another article.');
  await page.getByRole('button', { name: 'Restore them' }).click();
  await expect(field(page, 'Article')).toHaveValue(SOURCE);
});

test('a file that is no text is named at its field, and the texts stay', async ({ page }) => {
  await openWith(page, SCORED);
  await drop(page, '[data-field=source]', [['report.pdf', '%PDF-1.7']]);
  await expect(page.getByText('“report.pdf” is not a text file')).toBeVisible();
  await expect(field(page, 'Article')).toHaveValue(SOURCE);
  await drop(page, '[data-field=source]', [
    ['a.txt', 'a'],
    ['b.txt', 'b'],
  ]);
  await expect(page.getByText('Drop one file at a time.')).toBeVisible();
  await field(page, 'Article').fill('Typed.');
  await expect(page.getByText('Drop one file at a time.')).toHaveCount(0);
});

test('a file dropped beside the fields leaves page and texts as they are', async ({ page }) => {
  await openWith(page, SCORED);
  const address = page.url();
  expect(await drop(page, 'h1', [['article.txt', 'Another article.']])).toBe(false);
  await expect(field(page, 'Article')).toHaveValue(SOURCE);
  expect(page.url()).toBe(address);
});

test('a file is refused where nothing can take it, and the page stays', async ({ page }, testInfo) => {
  const file = testInfo.outputPath('article.txt');
  await writeFile(file, 'Another article.');
  await openWith(page, ENDLESS);
  expect(await dragFile(page, file)).toBe('copy, by the page');

  await page.getByRole('link', { name: 'How it works' }).click();
  await expect(page.locator('quals-help-page')).toBeVisible();
  expect(await dragFile(page, file)).toBe(REFUSED);
  await expect(page.locator('quals-help-page')).toBeVisible();
  await page.goBack();
  await expect(field(page, 'Article')).toHaveValue(SOURCE);

  await scoreButton(page).click();
  await expect(page.getByRole('button', { name: 'Stop' })).toBeVisible();
  expect(await dragFile(page, file)).toBe(REFUSED);
  await expect(page.getByRole('button', { name: 'Stop' })).toBeVisible();
});
