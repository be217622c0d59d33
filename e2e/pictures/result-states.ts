/** The possible outcomes of a run. */
import { expect, type Page } from '@playwright/test';
import type { Scored } from '../../src/core/score.js';
import type { ScoreProgress } from '../../src/core/scorer.js';
import { LOADED, type Play } from '../fake-scorer/fake-worker.js';
import { sampleResult, UNSCORABLE } from '../fake-scorer/sample-result.js';
import { calibration } from '../gallery/sample-calibration.js';
import { type PageState, seeResult } from './page-state.js';

const result = sampleResult();
const WRITTEN = result.pairs.map(({ question, answer }, index) => ({ question, answer, inSummary: index % 4 !== 3 }));

export const SCORING: readonly ScoreProgress[] = [
  { phase: 'read-summary', tokensDone: 31, tokensTotal: 31 },
  { phase: 'write-pairs', step: 19, maxSteps: 60, finished: 10, paths: 60, written: WRITTEN },
];
export const SCORED: Play = { load: LOADED, score: { progress: SCORING, outcome: { ok: true, value: result } } };

const scored = (value: Scored): Play => ({ load: LOADED, score: { progress: [], outcome: { ok: true, value } } });

/** From few ratings: every interval contains one half. */
const VAGUE = {
  ...calibration,
  points: calibration.points.map((point) => ({
    ...point,
    low: Math.min(point.low, 0.3),
    high: Math.max(point.high, 0.7),
  })),
};

async function openTree(page: Page): Promise<void> {
  await seeResult(page);
  await page.getByText('How the search went').click();
  await expect(page.getByRole('tree')).toBeVisible();
  await page.locator('quals-search-paths').evaluate((element) => element.scrollIntoView({ block: 'start' }));
}

async function selectUnclear(page: Page): Promise<void> {
  await seeResult(page);
  await page.getByRole('row', { name: /no clear answer/ }).click();
  await expect(page.locator('quals-says-instead')).toContainText('no clear answer');
  await page.locator('quals-says-instead').evaluate((element) => element.scrollIntoView({ block: 'start' }));
}

export const RESULT_STATES = {
  result: { play: SCORED, reach: seeResult, whole: true },
  unscorable: {
    play: { load: LOADED, score: { progress: [], outcome: { ok: true, value: UNSCORABLE } } },
    reach: seeResult,
  },
  'result left open': {
    play: SCORED,
    prepare: (page) => page.route('**/calibration.json', (route) => route.fulfill({ json: { calibrations: [VAGUE] } })),
    reach: seeResult,
  },
  'result without calibration': {
    play: SCORED,
    prepare: (page) => page.route('**/calibration.json', (route) => route.fulfill({ body: 'Not there' })),
    reach: seeResult,
  },
  'result of one pair': { play: scored({ ...result, pairs: result.pairs.slice(0, 1) }), reach: seeResult },
  'tree of paths': { play: SCORED, reach: openTree },
  'no clear answer': { play: SCORED, reach: selectUnclear },
} satisfies Readonly<Record<string, PageState>>;
