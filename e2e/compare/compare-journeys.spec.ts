/** Journeys to and through the comparison, with a fake worker. */
import { expect } from '@playwright/test';
import { test } from '../page-test.js';
import { COMPARED } from '../fake-scorer/sample-comparison.js';
import { sampleResultOf, SOURCE } from '../fake-scorer/sample-result.js';
import { overlaps } from '../layout/overlapping-texts.js';
import { field, openWith, resultRegion, scoreButton } from '../open-page.js';
import { COMPARED_PLAY, fillComparison } from '../pictures/compare-states.js';
import { NORMALISATION } from '../../src/core/text/normalisation.js';

test('a result goes to the comparison with its score, and only the other summary is scored', async ({ page }) => {
  await openWith(page, COMPARED_PLAY);
  await field(page, 'Article').fill(SOURCE);
  await field(page, 'Summary').fill(COMPARED[0]?.summary ?? '');
  await scoreButton(page).click();
  await expect(resultRegion(page)).toBeVisible();
  await page.getByRole('button', { name: 'Compare with another summary' }).click();
  await expect(page.locator('quals-compare-field').first()).toContainText('QUALS −0.637');
  await page
    .getByRole('textbox', { name: 'Text' })
    .nth(1)
    .fill(COMPARED[1]?.summary ?? '');
  await page.getByRole('button', { name: 'Score 1 summary' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Summary 2 scores highest.');

  // From the form: the same article and a summary that is there already change nothing.
  await page.getByRole('navigation').getByRole('link', { name: 'Score' }).click();
  await page.getByRole('button', { name: 'Compare several summaries' }).click();
  await expect(page.locator('quals-compare-field')).toHaveCount(2);
  await expect(page.getByRole('button', { name: 'Show the comparison' })).toBeVisible();
});

test('Stop keeps the texts and the scores so far, says what is left, and the rest can be scored', async ({ page }) => {
  const endless = { name: 'Endless', summary: 'A summary that takes its time.' };
  await openWith(page, COMPARED_PLAY);
  await fillComparison(page, SOURCE, [...COMPARED.slice(0, 1), endless, ...COMPARED.slice(1, 2)]);
  await page.getByRole('button', { name: 'Score the summaries' }).click();
  await expect(page.locator('quals-compare-controls')).toContainText('Scoring 2 of 3: Endless.');
  await expect(page).toHaveTitle(/^2 of 3/);
  // The run goes on while another page is read, and the form cannot score meanwhile.
  await page.getByRole('navigation').getByRole('link', { name: 'Score' }).click();
  await expect(scoreButton(page)).toBeDisabled();
  await field(page, 'Article').fill('Another article.');
  await page.getByRole('button', { name: 'Compare several summaries' }).click();
  await expect(page.locator('quals-compare-this')).toContainText('Then compare these texts.');
  await page.getByRole('navigation').getByRole('link', { name: 'Compare', exact: true }).click();
  await page.getByRole('heading', { level: 1 }).press('Escape');
  await expect(page.getByText('Stopped. 2 summaries have no score yet.')).toBeVisible();
  await expect(page.getByRole('article', { name: 'MLE' })).toHaveAttribute('data-quals', /^-/);
  await page.getByRole('button', { name: 'Edit the texts' }).click();
  await page.getByRole('button', { name: 'Remove Endless' }).click();
  await page.getByRole('button', { name: 'Score 1 summary' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('ConSeq scores highest.');
});

test('what is missing is said, and equal summaries are named', async ({ page }) => {
  await openWith(page, COMPARED_PLAY);
  await fillComparison(page, '', COMPARED.slice(0, 1));
  await page.getByRole('button', { name: 'Score' }).click();
  await expect(page.getByText('Add the article first.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Article' }).fill(SOURCE);
  await expect(page.getByText('Add a second summary.')).toBeVisible();
  await page
    .getByRole('textbox', { name: 'Text' })
    .nth(1)
    .fill(COMPARED[0]?.summary ?? '');
  await expect(page.getByText('Same text as MLE.')).toBeVisible();
  await page.getByRole('button', { name: 'Score the summaries' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Both have the same score.');
});

test('eight summaries of one sentence to eight paragraphs fit every width', async ({ page }) => {
  test.setTimeout(180_000);
  const paragraph = COMPARED.map(({ summary }) => summary).join(' ');
  const eight = Array.from({ length: 8 }, (_, index) => ({
    name: index === 3 ? 'A system with a name that goes on for as long as a name can go' : `System ${index + 1}`,
    summary: Array.from({ length: index + 1 }, (__, line) => `${line + 1}. ${paragraph}`).join('\n\n'),
  }));
  const outline = { factors: [0.9, 0.4], article: ['Klitschko', 0.6] } as const;
  const scores = Object.fromEntries(
    eight.map(({ summary }, index) => {
      const outlines = ['Anthony Joshua', 'Wladimir Klitschko', 'Lennox Lewis', 'heavyweight', 'Wembley', 'career'];
      const value = {
        ...sampleResultOf(
          summary,
          outlines.map((answer) => ({ question: `What of ${answer}?`, answer, ...outline })),
        ),
        normalisation: NORMALISATION,
        quals: -0.1 * index,
      };
      return [summary, { progress: [], outcome: { ok: true, value } as const }];
    }),
  );
  await openWith(page, { ...COMPARED_PLAY, scores });
  await fillComparison(page, SOURCE, eight);
  await expect(page.getByRole('button', { name: 'Add a summary' })).toBeDisabled();
  for (const view of ['texts', 'result']) {
    if (view === 'result') {
      await page.getByRole('button', { name: 'Score the summaries' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('System 1 scores highest.', { timeout: 30_000 });
    }
    for (const width of [320, 768, 1280, 1920]) {
      await page.setViewportSize({ width, height: 900 });
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      expect.soft(await page.evaluate(overlaps), `${view}, ${width} px`).toEqual([]);
      const scroll = await page.evaluate(() => document.documentElement.scrollWidth);
      expect.soft(scroll, `width of the page: ${view}, ${width} px`).toBeLessThanOrEqual(width);
    }
  }
});
