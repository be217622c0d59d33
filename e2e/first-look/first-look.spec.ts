/** First look with a fake worker: marks without a click, while a person edits. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';
import { test } from '../page-test.js';
import { looking, LOOK } from '../fake-scorer/sample-look.js';
import { field, openWith, scoreButton } from '../open-page.js';
import { comeBack } from '../pictures/look-states.js';

const ARTICLE = 'Eighteen people live in the house. It was built in 1904 by the town.';
const WRONG = 'The town built the house in 1940, and 27 people live there.';
const RIGHT = 'The town built the house in 1904, and 27 people live there.';
const PLAY = looking({ ...LOOK, words: { 1940: 0.9, 27: 0.4 } });

const strong = (page: Page): Locator => page.locator('quals-first-look quals-look-marks p .strong');
const weak = (page: Page): Locator => page.locator('quals-first-look quals-look-marks p .weak');

async function paste(page: Page, summary: string): Promise<void> {
  await field(page, 'Article').fill(ARTICLE);
  await field(page, 'Summary').fill(summary);
}

test('marks appear after a paste, and go with the wrong number, without a click', async ({ page }) => {
  const complaints = await openWith(page, PLAY);
  await comeBack(page);
  await paste(page, WRONG);
  await expect(strong(page)).toHaveText('1940');
  await expect(weak(page)).toHaveText('27');
  const look = page.getByRole('region', { name: 'First look' });
  await expect(look).toContainText(
    /does not support some of this summary: 90.%\. 1 word has a strong mark, 1 has a weak/,
  );
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);

  await field(page, 'Summary').fill(RIGHT);
  await expect(strong(page)).toHaveCount(0);
  // The word that did not change keeps its mark meanwhile.
  await expect(weak(page)).toHaveText('27');
  await expect(look).toContainText('Updating the marks');
  await expect(look).toContainText(/: 40.%\. 1 word has a weak mark/);
  expect(complaints).toEqual([]);
});

test('works with the keyboard alone, and is read aloud only on demand', async ({ page }) => {
  await openWith(page, PLAY);
  await comeBack(page);
  await paste(page, WRONG);
  await expect(strong(page)).toHaveText('1940');
  const status = page.locator('quals-first-look').getByRole('status');
  await expect(status).toHaveText('');
  await field(page, 'Summary').focus();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Read the marked words' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(status).toHaveText('Strong marks: “1940”. Weak marks: “27”.');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(RIGHT);
  await expect(weak(page)).toHaveText('27');
  await expect(strong(page)).toHaveCount(0);
  await expect(status).toHaveText('');
  await expect(field(page, 'Summary')).toBeFocused();
});

test('a switch turns it off, and a reload keeps it off', async ({ page }) => {
  await openWith(page, PLAY);
  await comeBack(page);
  await paste(page, WRONG);
  await expect(strong(page)).toHaveText('1940');
  const choice = (name: string): Locator =>
    page.getByRole('radiogroup', { name: 'First look' }).getByRole('radio', { name, exact: true });
  await page.getByText('Settings', { exact: true }).click();
  await choice('Off').check({ force: true });
  await expect(page.locator('quals-look-marks')).toHaveCount(0);
  await page.reload();
  await expect(page.getByText('Model ready.')).toBeVisible();
  await field(page, 'Summary').fill(RIGHT);
  await expect(page.locator('quals-first-look section')).toHaveCount(0);
  await page.getByText('Settings', { exact: true }).click();
  await expect(choice('Off')).toBeChecked();
  await choice('On').check({ force: true });
  await expect(weak(page)).toHaveText('27');
});

test('a worker that is lost while a person types costs no character, and Look again brings the marks back', async ({
  page,
}) => {
  await openWith(page, looking({ ...LOOK, words: { 1940: 0.9 }, diesAt: 'fatal' }));
  await comeBack(page);
  await paste(page, WRONG);
  await expect(strong(page)).toHaveText('1940');
  await field(page, 'Summary').focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type(' A fatal word.');
  await expect(page.locator('quals-first-look')).toContainText('The browser ended the computation');
  await page.keyboard.type(' Typed afterwards.');
  await expect(field(page, 'Summary')).toHaveValue(`${WRONG} A fatal word. Typed afterwards.`);
  await expect(field(page, 'Article')).toHaveValue(ARTICLE);
  await field(page, 'Summary').fill(`${WRONG} Another word.`);
  await page.getByRole('button', { name: 'Look again' }).click();
  await expect(strong(page)).toHaveText('1940');
});

test('a score goes first, and the form has the marks of the texts afterwards', async ({ page }) => {
  await openWith(page, { ...looking({ ...LOOK, words: { 1940: 0.9 }, takes: 1_000 }), score: { progress: [] } });
  await scoreButton(page).click();
  await expect(page.getByRole('button', { name: 'Stop' })).toBeVisible();
  await page.getByRole('button', { name: 'Stop' }).click();
  await paste(page, WRONG);
  await scoreButton(page).click();
  await expect(page.getByRole('button', { name: 'Stop' })).toBeVisible();
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(strong(page)).toHaveText('1940');
});

test('texts that cannot be read get the words of a score, quietly', async ({ page }) => {
  await openWith(page, PLAY);
  await comeBack(page);
  const look = page.locator('quals-first-look');
  await field(page, 'Summary').fill('');
  await expect(look).toContainText('The summary is empty.');
  await field(page, 'Summary').fill('要約です。');
  await expect(look).toContainText('the model was trained on English');
  await field(page, 'Summary').fill('27 people');
  await expect(look).toContainText('This summary says too little to ask about.');
  await expect(look.locator('quals-notice-box')).toHaveCount(0);
});

test('a model without a head says so in the settings alone', async ({ page }) => {
  const { load, ...rest } = looking();
  if (!load.outcome?.ok) throw new Error('The sample model loads.');
  await openWith(page, {
    ...rest,
    load: { ...load, outcome: { ok: true, value: { ...load.outcome.value, firstLook: false } } },
  });
  await comeBack(page);
  await expect(page.locator('quals-first-look section')).toHaveCount(0);
  await page.getByText('Settings', { exact: true }).click();
  await expect(page.getByText('This model has no support head')).toBeVisible();
});
