/** The first look: under the summary field while a person edits, and beside QUALS in a result. */
import { expect, type Page } from '@playwright/test';
import { looking, lookedAt, LOOK } from '../fake-scorer/sample-look.js';
import { field, resultRegion, scoreButton } from '../open-page.js';
import { type PageState, seeResult } from './page-state.js';

/** The first visit loads the model on request; on the next one it loads by itself. */
export async function comeBack(page: Page): Promise<void> {
  await scoreButton(page).click();
  await expect(resultRegion(page)).toBeVisible();
  await page.goto('./');
  await expect(page.getByText('Model ready.')).toBeVisible();
}

/** The form is below the first view on a phone. */
async function seeMarks(page: Page): Promise<void> {
  await comeBack(page);
  await expect(page.locator('quals-look-marks .strong').first()).toBeVisible();
  await page.locator('quals-document-form').evaluate((element) => element.scrollIntoView({ block: 'start' }));
}

async function seeSlow(page: Page): Promise<void> {
  await comeBack(page);
  for (const word of ['said', 'says']) {
    await expect(page.locator('quals-look-marks')).toBeVisible();
    await expect(page.getByText('Updating the marks')).toHaveCount(0, { timeout: 10_000 });
    await field(page, 'Summary').fill(`Lennox Lewis ${word} that Joshua has a chink in his armour.`);
    await expect(page.getByText('Updating the marks')).toHaveCount(1);
  }
  await expect(page.getByText('Updating the marks')).toHaveCount(0, { timeout: 10_000 });
  await field(page, 'Summary').fill('Lennox Lewis said it.');
  await expect(page.getByRole('button', { name: 'Look anyway' })).toBeVisible();
}

const FAVOURABLE = lookedAt(-0.1);

export const LOOK_STATES = {
  'first look': { play: looking(), reach: seeMarks },
  'first look disagrees': {
    play: { ...looking(), score: { progress: [], outcome: { ok: true, value: FAVOURABLE } } },
    reach: seeResult,
    whole: true,
  },
} satisfies Readonly<Record<string, PageState>>;

/** Tested with axe and on narrow screens, without a picture: it takes seconds, and only a sentence differs. */
export const SLOW_LOOK = {
  'first look off because slow': { play: looking({ ...LOOK, takes: 2_100 }), reach: seeSlow },
} satisfies Readonly<Record<string, PageState>>;
