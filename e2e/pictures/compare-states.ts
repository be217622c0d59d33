/** The page that compares several summaries of one article. */
import { expect, type Page } from '@playwright/test';
import { failed, LOADED, type Play } from '../fake-scorer/fake-worker.js';
import { COMPARED } from '../fake-scorer/sample-comparison.js';
import { SOURCE, UNSCORABLE } from '../fake-scorer/sample-result.js';
import { NORMALISATION } from '../../src/core/text/normalisation.js';
import { calibration } from '../gallery/sample-calibration.js';
import type { PageState } from './page-state.js';
import { SCORING } from './result-states.js';

export const COMPARED_PLAY: Play = {
  load: LOADED,
  score: { progress: SCORING },
  scores: Object.fromEntries(
    COMPARED.map(({ summary, result }) => [summary, { progress: [], outcome: { ok: true, value: result } }]),
  ),
};

const calibrated = (page: Page): Promise<unknown> =>
  page.route('**/calibration.json', (route) =>
    route.fulfill({ json: { normalisation: NORMALISATION, calibrations: [calibration] } }),
  );

const SHORT = 'Lewis spoke.';
const TOO_LONG = 'A summary that the worker refuses.';

/** From the first page to the texts of a comparison. */
export async function fillComparison(
  page: Page,
  source: string,
  summaries: readonly { readonly name: string; readonly summary: string }[],
): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'Compare', exact: true }).click();
  await page.getByRole('textbox', { name: 'Article' }).fill(source);
  for (const [index, { name, summary }] of summaries.entries()) {
    if (index > 1) await page.getByRole('button', { name: 'Add a summary' }).click();
    const field = page.locator('quals-compare-field').nth(index);
    await field.getByRole('textbox', { name: 'Name of' }).fill(name);
    await field.getByRole('textbox', { name: 'Text' }).fill(summary);
  }
}

async function scoreAll(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Score the summaries' }).click();
}

export const COMPARE_STATES = {
  'comparison texts': {
    play: COMPARED_PLAY,
    reach: async (page) => {
      await fillComparison(page, SOURCE, COMPARED);
      await scoreAll(page);
      await expect(page.getByRole('heading', { name: 'scores highest' })).toBeVisible();
      await page.getByRole('button', { name: 'Edit the texts' }).click();
      const field = page.locator('quals-compare-field').first().getByRole('textbox', { name: 'Text' });
      await field.fill((COMPARED[0]?.summary ?? '').replace('Anthony Joshua', 'Wladimir Klitschko'));
      await expect(page.getByRole('heading', { name: 'Your edit' })).toBeVisible();
    },
    prepare: calibrated,
    whole: true,
  },
  comparison: {
    play: COMPARED_PLAY,
    reach: async (page) => {
      await fillComparison(page, SOURCE, COMPARED);
      await scoreAll(page);
      await expect(page.getByRole('heading', { name: 'ConSeq scores highest.' })).toBeVisible();
      await expect(page.locator('quals-compared-column .worst').first()).toBeAttached();
    },
    prepare: calibrated,
    whole: true,
  },
  comparing: {
    play: {
      ...COMPARED_PLAY,
      scores: {
        ...COMPARED_PLAY.scores,
        [SHORT]: { progress: [], outcome: { ok: true, value: UNSCORABLE } },
        [TOO_LONG]: failed({ code: 'summary-too-long', detail: '', figures: { tokens: 9120, limit: 8130 } }),
      },
    },
    reach: async (page) => {
      await fillComparison(page, SOURCE, [
        ...COMPARED.slice(0, 1),
        { name: 'Short', summary: SHORT },
        { name: 'Long', summary: TOO_LONG },
        { name: 'Now', summary: 'A summary that takes its time.' },
        { name: 'Last', summary: 'Another summary.' },
      ]);
      await scoreAll(page);
      await expect(page.getByText('10 of 60 questions written.')).toBeAttached();
      await expect(page.locator('quals-compare-controls')).toContainText('Scoring 4 of 5: Now.');
    },
    prepare: calibrated,
    whole: true,
  },
} satisfies Readonly<Record<string, PageState>>;
