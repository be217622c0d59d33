/** The page “Rate”. */
import { expect, type Page } from '@playwright/test';
import type { Play } from '../fake-scorer/fake-worker.js';
import { SAMPLE_STUDY } from '../study/sample-study.js';
import { openRatePage, openStudyFile } from '../study/start-study.js';
import type { PageState } from './page-state.js';

/** A study needs no model. */
const NO_MODEL: Play = { load: { progress: [] }, score: { progress: [] } };

async function openSample(page: Page): Promise<void> {
  await openRatePage(page);
  await openStudyFile(page, SAMPLE_STUDY);
  await expect(page.getByRole('heading', { level: 1, name: 'Boxing news' })).toBeVisible();
}

export const STUDY_STATES = {
  'rate start': { play: NO_MODEL, reach: openRatePage },
  'rate article': {
    play: NO_MODEL,
    reach: async (page) => {
      await openSample(page);
      await page.getByRole('button', { name: 'Continue: Cid' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Article 4 of 10' })).toBeFocused();
      await page.keyboard.press('1');
    },
    whole: true,
  },
  'rate results': {
    play: NO_MODEL,
    reach: async (page) => {
      await openSample(page);
      await page.getByRole('button', { name: 'Show results' }).click();
      await expect(page.locator('quals-answers-figure svg')).toBeVisible();
    },
    whole: true,
  },
} satisfies Readonly<Record<string, PageState>>;
