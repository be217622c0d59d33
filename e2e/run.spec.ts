/** Runs, stops and failures, with a fake worker. */
import { expect, type Page } from '@playwright/test';
import { test } from './page-test.js';
import type { ScoreProgress } from '../src/core/scorer.js';
import { failed, LOADED, MODEL, type Play, playWorker } from './fake-scorer/fake-worker.js';
import { sampleResult, SOURCE, SUMMARY } from './fake-scorer/sample-result.js';
import { calibration } from './gallery/sample-calibration.js';
import { field, openWith, resultRegion, scoreButton } from './open-page.js';

const result = sampleResult();
const BEGUN: readonly ScoreProgress[] = [
  { phase: 'read-summary', tokensDone: 31, tokensTotal: 31 },
  {
    phase: 'write-pairs',
    step: 12,
    maxSteps: 60,
    finished: 1,
    paths: 60,
    written: [{ question: 'Who has a chink in his armour?', answer: 'Anthony Joshua', inSummary: true }],
  },
];
const SCORED: Play = { load: LOADED, score: { progress: BEGUN, outcome: { ok: true, value: result } } };
const ENDLESS: Play = { load: LOADED, score: { progress: BEGUN } };

const stopButton = (page: Page) => page.getByRole('button', { name: 'Stop' });

test('a run shows its phase and numbers, then the result with the full number', async ({ page }) => {
  await openWith(page, SCORED);
  await scoreButton(page).click();
  await expect(resultRegion(page)).toHaveAttribute('data-quals', String(result.quals));
  await expect(page.locator('.big-score')).toHaveText('−0.637');
  await expect(page.locator('quals-answers-table tr[data-index]')).toHaveCount(result.pairs.length);
  await expect(page.locator('quals-token-chart')).toHaveCount(2);
  await expect(page).toHaveTitle(/−0\.637/);
});

test('the verdict gives people’s judgement, its interval, and never a certainty', async ({ page }) => {
  await openWith(page, SCORED);
  await scoreButton(page).click();
  const verdict = page.locator('.verdict');
  await expect(verdict).toContainText(
    /People judged about 66.% of summaries that score like this consistent \(95.% interval 58 to 71.%; 41 of the 60 rated/,
  );
  await expect(verdict).toContainText('evidence of an error, not proof');
  await expect(verdict).not.toContainText(/\b(true|false)\b/i);
});

const QUICK = { ...result, protocol: { ...result.protocol, search: { ...result.protocol.search, paths: 20 } } };
const SCORED_QUICKLY: Play = { load: LOADED, score: { progress: [], outcome: { ok: true, value: QUICK } } };

test('a score with 20 paths says so and is not read by a calibration for 60', async ({ page }) => {
  await openWith(page, SCORED_QUICKLY);
  await scoreButton(page).click();
  await expect(page.locator('.score-block')).toContainText('quick: 20 paths');
  await expect(page.locator('.verdict')).not.toContainText('People judged');
  await expect(page.locator('.verdict')).toContainText('scores with other settings');
  await expect(page.locator('quals-calibration-chart')).toHaveCount(0);
});

test('a score with 20 paths is read by what people said of scores with 20 paths', async ({ page }) => {
  const point = (quals: number) => ({ quals, share: 0.37, low: 0.3, high: 0.44, near: 27, nearConsistent: 10 });
  const ofQuick = { ...calibration, paths: 20, points: [point(-3), point(0)] };
  await openWith(page, SCORED_QUICKLY, (opened) =>
    opened.route('**/calibration.json', (route) => route.fulfill({ json: { calibrations: [calibration, ofQuick] } })),
  );
  await scoreButton(page).click();
  await expect(page.locator('.score-block')).toContainText('quick: 20 paths');
  await expect(page.locator('.verdict')).toContainText(/People judged about 37.% .*of the 27 rated summaries nearest/);
  await expect(page.locator('quals-calibration-chart')).toHaveCount(1);
});

test('an edited summary shows the change of its score', async ({ page }) => {
  // Each pair lower by the same, so that the stored result is their mean; its spans are within the edited summary.
  const pairs = result.pairs.map((pair) => ({ ...pair, quals: pair.quals - 0.9 - result.quals }));
  const value = { ...result, quals: -0.9, pairs };
  await openWith(page, { load: LOADED, score: { progress: [], outcome: { ok: true, value } } });
  // The example's own summary has a stored score of −0.637.
  await field(page, 'Summary').fill(`${SUMMARY} He retired in 2004.`);
  await scoreButton(page).click();
  await expect(page.locator('.verdict .earlier')).toHaveText(
    'The last summary of this article had −0.637; this one is 0.263 lower.',
  );
  // Scored again from the form below the result: the new result is shown from its top.
  await page.getByRole('button', { name: 'Edit texts' }).click();
  await field(page, 'Summary').press('Control+Enter');
  await expect(page.locator('.verdict .earlier')).toContainText('−0.637');
  await expect(page.getByRole('heading', { level: 1 })).toBeInViewport();
  await page.reload();
  await expect(page.locator('.verdict .earlier')).toContainText('−0.637');
});

test('Stop answers at once, keeps the texts, and the next Score works', async ({ page }) => {
  await openWith(page, ENDLESS);
  await field(page, 'Summary').fill('My own summary.');
  await scoreButton(page).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('1 of 60 is finished');
  expect(await page.locator('quals-run-view .article-text').textContent()).toBe(SOURCE);
  await stopButton(page).click();
  await expect(page.getByText('Stopped', { exact: true }).first()).toBeVisible();
  await expect(field(page, 'Summary')).toHaveValue('My own summary.');
  await expect(scoreButton(page)).toBeEnabled();
});

test('what ends without a result is heard, seen, and gives the focus back', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 600 });
  await openWith(page, ENDLESS);
  await field(page, 'Article').press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.locator('quals-page-status')).toHaveText(/Stopped\. 1 question had been written/);
  await expect(page.getByRole('heading', { name: 'Stopped' })).toBeInViewport();
  await expect(scoreButton(page)).toBeFocused();

  await field(page, 'Summary').fill('');
  await field(page, 'Article').press('Control+Enter');
  await expect(page.locator('quals-page-status')).toContainText('Add a summary to score');
  await expect(page.getByRole('heading', { name: 'Add a summary to score' })).toBeInViewport();
  await expect(field(page, 'Article')).toBeFocused();
});

test('Escape stops; Ctrl+Enter scores', async ({ page }) => {
  await openWith(page, ENDLESS);
  await field(page, 'Summary').press('Control+Enter');
  await expect(stopButton(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(scoreButton(page)).toBeVisible();
});

test('a worker that does not hear Stop is ended after 3 s, and a new one scores', async ({ page }) => {
  await openWith(page, { ...ENDLESS, deaf: true });
  await scoreButton(page).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('1 of 60 is finished');
  await playWorker(page, SCORED);
  await stopButton(page).click();
  await expect(page.getByRole('button', { name: 'Stopping…' })).toBeDisabled();
  await expect(scoreButton(page)).toBeVisible({ timeout: 10_000 });
  await scoreButton(page).click();
  await expect(resultRegion(page)).toBeVisible();
});

test('a worker that is killed ends the run with a plain word; the next Score works', async ({ page }) => {
  await openWith(page, { load: LOADED, score: { progress: BEGUN, dies: true } });
  await field(page, 'Summary').fill('My own summary.');
  await scoreButton(page).click();
  await expect(page.getByText('The browser ended the computation')).toBeVisible({ timeout: 15_000 });
  await expect(field(page, 'Summary')).toHaveValue('My own summary.');
  await playWorker(page, SCORED);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(resultRegion(page)).toBeVisible();
});

test('a worker that is killed while it loads is said too', async ({ page }) => {
  await openWith(page, { ...SCORED, load: { progress: [{ phase: 'prepare' }], dies: true } });
  await scoreButton(page).click();
  await expect(page.getByText('The browser ended the computation')).toBeVisible({ timeout: 15_000 });
});

test('a graphics card that gives wrong numbers is refused, and the processor scores', async ({ page }) => {
  const load = failed({ code: 'device-wrong', detail: 'off by 0.475' });
  await openWith(page, { ...SCORED, load, loadOnProcessor: LOADED });
  await scoreButton(page).click();
  await expect(resultRegion(page)).toBeVisible();
  await page.getByText('This device uses its processor, not its graphics card').click();
  await expect(page.getByText('webgpu: off by 0.475')).toBeVisible();
});

test('loading can be cancelled and continued', async ({ page }) => {
  const download = { phase: 'download', bytesDone: 56_100_000, bytesTotal: 97_100_000, fromStorage: false } as const;
  await openWith(page, { ...SCORED, load: { progress: [download] } });
  await scoreButton(page).click();
  await expect(page.getByText('56.1 of 97.1 MB')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('56.1 MB were downloaded')).toBeVisible();
  await playWorker(page, { ...SCORED, load: { progress: [], outcome: { ok: true, value: MODEL } } });
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('Model ready.')).toBeVisible();
});

test('an article that is too long is cut on request, and can be restored', async ({ page }) => {
  const fault = { code: 'source-too-long', detail: '', figures: { tokens: 9, limit: 5 } } as const;
  await openWith(page, { load: LOADED, score: failed(fault) });
  await field(page, 'Article').fill('One two three. Four five. Six seven eight nine.');
  await scoreButton(page).click();
  await page.getByRole('button', { name: 'Keep the beginning' }).click();
  await expect(field(page, 'Article')).toHaveValue('One two three. Four five.');
  await expect(scoreButton(page)).toBeFocused();
  await page.getByRole('button', { name: 'Restore them' }).click();
  await expect(field(page, 'Article')).toHaveValue('One two three. Four five. Six seven eight nine.');
  await scoreButton(page).click();
  await page.getByRole('button', { name: 'Keep the end' }).click();
  await expect(field(page, 'Article')).toHaveValue('Six seven eight nine.');
});

test('an empty field is named, and focus goes there', async ({ page }) => {
  await openWith(page, SCORED);
  await field(page, 'Summary').fill('  ');
  await scoreButton(page).click();
  await expect(page.getByRole('heading', { name: 'Add a summary to score' })).toBeVisible();
  await page.getByRole('button', { name: 'Go to the summary' }).click();
  await expect(field(page, 'Summary')).toBeFocused();
});
