/** Kept results, and texts that somebody sent. */
import { expect } from '@playwright/test';
import { deflateRawSync } from 'node:zlib';
import { SOURCE, SUMMARY } from '../fake-scorer/sample-result.js';
import { fillHistory } from '../history/fill-history.js';
import type { PageState } from './page-state.js';
import { SCORED } from './result-states.js';

const SENT = {
  format: 'quals-texts',
  version: 1,
  source: SOURCE,
  summary: SUMMARY,
  protocol: 'matched',
  preset: 'quick',
};

export const KEPT_STATES = {
  history: {
    play: SCORED,
    reach: async (page) => {
      await fillHistory(page, 8, {
        1: { title: 'An article about Zürich, second version', lowest: -1.87, highest: -1.87 },
        3: { title: 'Boxing preview', pinned: true, lowest: -0.637, highest: -0.637 },
        4: { recordVersion: 9 },
        5: { title: 'xsum-bart-mle.jsonl', kind: 'batch', results: 171, lowest: -2.731, highest: -0.023 },
        6: { title: 'All times are GMT.', lowest: null, highest: null },
      });
      await page.getByRole('navigation').getByRole('link', { name: 'History' }).click();
      await expect(page.locator('quals-history-row')).toHaveCount(8);
      // The space that a browser offers depends on the machine.
      await page.evaluate(() => {
        navigator.storage.estimate = () => Promise.resolve({ usage: 98_400_000, quota: 10_700_000_000 });
      });
      await page.getByRole('button', { name: 'Pin: Entry 7' }).click();
      await expect(page.getByText('98.4 MB of the 10,700 MB')).toBeVisible();
    },
    whole: true,
  },
  'history empty': {
    play: SCORED,
    reach: async (page) => {
      await page.evaluate(() => {
        navigator.storage.estimate = () => Promise.resolve({ usage: 98_400_000, quota: 10_700_000_000 });
      });
      await page.getByRole('navigation').getByRole('link', { name: 'History' }).click();
      await expect(page.getByText('There are no results yet.')).toBeVisible();
      await expect(page.getByText('98.4 MB of the 10,700 MB')).toBeVisible();
    },
  },
  'texts sent': {
    play: SCORED,
    reach: async (page) => {
      await page.goto(`./#share=1.${deflateRawSync(JSON.stringify(SENT)).toString('base64url')}`);
      await expect(page.getByRole('heading', { name: 'Somebody sent you these texts' })).toBeFocused();
    },
  },
} satisfies Readonly<Record<string, PageState>>;
