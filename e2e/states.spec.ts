/** Every state of the page, with a worker that says what the test wants: no violation of WCAG, no complaint of the browser. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import type { ScoreProgress } from '../src/core/scorer.js';
import { failed, LOADED, MODEL, type Play } from './fake-scorer/fake-worker.js';
import { sampleResult, UNSCORABLE } from './fake-scorer/sample-result.js';
import { openWith, resultRegion, scoreButton } from './open-page.js';

const result = sampleResult();
const WRITTEN = result.pairs.map(({ question, answer }, index) => ({ question, answer, inSummary: index % 4 !== 3 }));
const SCORING: readonly ScoreProgress[] = [
  { phase: 'read-summary', tokensDone: 31, tokensTotal: 31 },
  { phase: 'write-pairs', step: 19, maxSteps: 60, finished: 10, paths: 60, written: WRITTEN },
];
const SCORED: Play = { load: LOADED, score: { progress: SCORING, outcome: { ok: true, value: result } } };

interface State {
  readonly play: Play;
  readonly reach: (page: Page) => Promise<void>;
}

const seeText =
  (text: string | RegExp) =>
  async (page: Page): Promise<void> => {
    await scoreButton(page).click();
    await expect(page.getByText(text).first()).toBeVisible();
  };
const seeResult = async (page: Page): Promise<void> => {
  await scoreButton(page).click();
  await expect(resultRegion(page)).toBeVisible();
};

const STATES: Readonly<Record<string, State>> = {
  'first visit': {
    play: SCORED,
    reach: (page) => expect(page.getByRole('heading', { name: 'Worked example' })).toBeVisible(),
  },
  downloading: {
    play: {
      ...SCORED,
      load: { progress: [{ phase: 'download', bytesDone: 56_100_000, bytesTotal: 97_100_000, fromStorage: false }] },
    },
    reach: seeText('56.1 of 97.1 MB'),
  },
  preparing: {
    play: { ...SCORED, load: { progress: [{ phase: 'prepare' }, { phase: 'warm-up' }] } },
    reach: seeText('Preparing the model'),
  },
  running: { play: { ...SCORED, score: { progress: SCORING } }, reach: seeText(/10 of 60 are finished/) },
  result: { play: SCORED, reach: seeResult },
  unscorable: {
    play: { load: LOADED, score: { progress: [], outcome: { ok: true, value: UNSCORABLE } } },
    reach: seeResult,
  },
  'model damaged': {
    play: { ...SCORED, load: failed({ code: 'model-damaged', detail: 'weights-02.bin: sha256 03de, expected 9f2c' }) },
    reach: seeText('A model file is damaged'),
  },
  'out of memory': {
    play: { load: LOADED, score: failed({ code: 'out-of-memory', detail: 'RangeError: WebAssembly.Memory.grow()' }) },
    reach: seeText('This device ran out of memory'),
  },
  'article too long': {
    play: {
      load: LOADED,
      score: failed({ code: 'source-too-long', detail: '', figures: { tokens: 9120, limit: 8130 } }),
    },
    reach: seeText('It has 9,120 tokens'),
  },
  'device refused': {
    play: {
      load: {
        progress: [],
        outcome: { ok: true, value: { ...MODEL, refused: [{ device: 'webgpu', reason: 'off by 0.475' }] } },
      },
      score: failed({ code: 'busy', detail: '' }),
    },
    reach: seeText('Another run has not ended yet'),
  },
  help: {
    play: SCORED,
    reach: async (page) => {
      await page.getByRole('navigation').getByRole('link', { name: 'How it works' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'How it works' })).toBeVisible();
    },
  },
};

for (const [name, { play, reach }] of Object.entries(STATES)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`${name}, ${colorScheme}: nothing that axe complains of`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      const complaints = await openWith(page, play);
      await reach(page);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
      expect(complaints).toEqual([]);
    });
  }

  test(`${name}: fits a page of 360 px, and 200 % zoom of 1280`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await openWith(page, play);
    await reach(page);
    for (const width of [360, 640]) {
      await page.setViewportSize({ width, height: 740 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });
}
