/** The other measures, beside a result and on the page that compares them. No model: stored and hand-made results. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { test } from './page-test.js';
import { openWith, resultRegion, scoreButton } from './open-page.js';
import { SCORED } from './pictures/result-states.js';

/** Of Google's rouge-score 0.1.2, with stemming, for the texts of the hand-made result. */
const ROUGE = { rouge1: '.253', rouge2: '.162', rougeL: '.173' };
const AGAINST_REFERENCE = { precision: '.739', recall: '.708', f1: '.723' };
/** Worked by hand from the hand-made answers: (3 · 0 + 5 · 1 + 2/3 + 2/5) / 10. */
const AGREEMENT = '.607';
const REFERENCE =
  "Wladimir Klitschko has a 'chink in his armour' and is no match for British champion Anthony Joshua, says former world heavyweight champion Lennox Lewis.";

const link = (page: Page) => page.getByRole('navigation').getByRole('link', { name: 'How QUALS compares' });
const heading = (page: Page) => page.getByRole('heading', { level: 1, name: 'How QUALS compares' });
const value = (page: Page, name: string) =>
  page.locator('quals-other-measures div', { hasText: name }).locator('.value');

async function checkPage(page: Page, complaints: readonly string[]): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
  expect(complaints).toEqual([]);
}

test('before a score, the page compares the measures on the worked example', async ({ page }) => {
  const complaints = await openWith(page, SCORED);
  await link(page).click();
  await expect(heading(page)).toBeFocused();
  await expect(page).toHaveTitle('How QUALS compares');
  await expect(page.getByText('On the worked example: A quote given to the wrong boxer')).toBeVisible();
  await expect(value(page, 'ROUGE-1')).toHaveText(ROUGE.rouge1);
  await expect(value(page, 'Agreement')).toHaveText(AGREEMENT);
  await expect(page.getByText('QAGS procedure with one model, not the published QAGS')).toBeVisible();
  await expect(page.getByRole('img', { name: /QAGS has four steps.*result \.607.*QUALS has one step/ })).toBeVisible();

  // The four steps for another question, by keyboard.
  await page.getByLabel('Question', { exact: true }).focus();
  await page.keyboard.type('Who says');
  const walk = page.locator('quals-procedures-section .walk');
  await expect(walk.getByRole('listitem')).toHaveText([
    /Lennox Lewis/,
    /Who says Joshua has a chink in his armour\?/,
    /From the article: Lewis[^]*From the summary: Lennox Lewis/,
    /\.667[^]*Counts in the mean/,
    /Article: −[\d.]+[^]*Summary: −[\d.]+[^]*Difference: −[\d.]+/,
  ]);
  await checkPage(page, complaints);
});

test('the n-grams of ROUGE show their partners, by pointer and by keyboard', async ({ page }) => {
  await openWith(page, SCORED);
  await link(page).click();
  const ngrams = page.locator('quals-shared-ngrams');
  const status = ngrams.getByRole('status');
  await page.getByRole('radio', { name: 'ROUGE-2' }).check({ force: true });
  await expect(page.getByText('Precision .545, recall .095, F1 .162.')).toBeVisible();

  const first = ngrams.getByRole('button').first();
  await first.focus();
  await expect(status).toHaveText('“Anthony Joshua”: 2 places in the article');
  await expect(ngrams.locator('.long .partner')).toHaveText(['Anthony Joshua', 'Anthony Joshua']);
  await page.keyboard.press('ArrowRight');
  await expect(status).toHaveText('“has a”: 1 place in the article');
  await page.keyboard.press('End');
  await expect(status).toHaveText('“Lennox Lewis”: 1 place in the article');
  await page.keyboard.press('Home');
  await expect(first).toBeFocused();

  // From the article back to the summary.
  await ngrams.locator('.long .shared', { hasText: 'Lennox' }).first().hover();
  await expect(ngrams.locator('.shared-text').first().locator('.partner')).toHaveText(['Lennox Lewis']);
});

test('a reference summary can take the article’s place', async ({ page }) => {
  const complaints = await openWith(page, SCORED);
  await link(page).click();
  await page.getByRole('radio', { name: 'Reference' }).check({ force: true });
  await expect(page.getByText('Enter a reference summary')).toBeVisible();
  await page.getByRole('textbox', { name: 'A reference summary' }).fill(REFERENCE);
  const { precision, recall, f1 } = AGAINST_REFERENCE;
  await expect(page.getByText(`Precision ${precision}, recall ${recall}, F1 ${f1}.`)).toBeVisible();
  await checkPage(page, complaints);
});

test('a result has the other measures below the verdict, and leads to the page with its own numbers', async ({
  page,
}) => {
  const complaints = await openWith(page, SCORED);
  await scoreButton(page).click();
  const result = resultRegion(page);
  await expect(result.getByRole('heading', { name: 'Other measures' })).toBeVisible();
  for (const [name, expected] of [
    ['ROUGE-1', ROUGE.rouge1],
    ['ROUGE-2', ROUGE.rouge2],
    ['ROUGE-L', ROUGE.rougeL],
    ['Agreement', AGREEMENT],
  ] as const) {
    await expect(value(page, name)).toHaveText(expected);
  }
  await expect(value(page, 'Log p')).toHaveText(/^−\d\.\d\d$/);
  await result.getByRole('link', { name: 'How QUALS compares' }).click();
  await expect(page.getByText('On the current result')).toBeVisible();
  await expect(page.getByText('Least expected: “Joshua” −7.50;')).toBeVisible();
  await checkPage(page, complaints);
});
