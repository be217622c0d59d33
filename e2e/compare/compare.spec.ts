/** Three summaries of one article with the shipped model, by keyboard: scored, compared, opened, edited, reloaded. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';
import { test } from '../page-test.js';
import { resultRegion } from '../open-page.js';

// Table 1 of Nan et al. (ACL 2021): the article's passage, and the summaries of two systems and of a person.
const ARTICLE =
  "Lennox Lewis expects Anthony Joshua to beat Wladimir Klitschko in their world heavyweight title bout. 'Klitschko doesn't have the legs, the power that he used to,' said Lewis. 'He has a chink in his armour after getting beat by Tyson Fury. Anthony Joshua is now taking that challenge, going after the man.'";
const SUMMARIES = [
  {
    name: 'MLE',
    text: "Anthony Joshua has a 'chink in his armour' ahead of his world heavyweight title bout with Wladimir Klitschko, says former champion Lennox Lewis.",
  },
  {
    name: 'ConSeq',
    text: "Wladimir Klitschko has a 'chink in his armour' ahead of his world heavyweight title bout with Anthony Joshua, says former champion Lennox Lewis.",
  },
  {
    name: 'Reference',
    text: "Anthony Joshua will end Wladimir Klitschko's career when they meet, says former undisputed champion Lennox Lewis.",
  },
];

const column = (page: Page, name: string): Locator => page.getByRole('article', { name, exact: true });

async function passesAxe(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
}

/** Each field follows the one before it in the order of Tab. */
async function typeTexts(page: Page): Promise<void> {
  const { keyboard } = page;
  await page.getByRole('textbox', { name: 'Article' }).focus();
  await keyboard.insertText(ARTICLE);
  for (const [index, { name, text }] of SUMMARIES.entries()) {
    if (index === 2) {
      await page.getByRole('button', { name: 'Add a summary' }).press('Enter');
      await expect(page.getByRole('textbox', { name: 'Text' }).nth(2)).toBeFocused();
    }
    const named = page.getByRole('textbox', { name: `Name of Summary ${index + 1}` });
    await named.focus();
    await keyboard.press('Control+A');
    await keyboard.insertText(name);
    await keyboard.press('Tab');
    await expect(page.getByRole('button', { name: `Remove ${name}`, exact: true })).toBeFocused();
    await keyboard.press('Tab');
    await keyboard.insertText(text);
  }
}

test('compares three summaries with the shipped model', async ({ page, context }) => {
  test.setTimeout(1_500_000);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { keyboard } = page;
  await page.goto('../');
  await page.getByRole('navigation').getByRole('link', { name: 'Compare', exact: true }).press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await typeTexts(page);
  await passesAxe(page);

  await keyboard.press('Control+Enter');
  await expect(page.locator('quals-compare-controls')).toContainText('Scoring 1 of 3: MLE.', { timeout: 120_000 });
  await expect(page.getByRole('button', { name: 'Stop' })).toBeVisible();
  await expect(column(page, 'Reference')).toContainText('Waiting for its turn.');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/highest|same score/, { timeout: 1_200_000 });
  for (const { name } of SUMMARIES) await expect(column(page, name)).toHaveAttribute('data-quals', /^-?\d/);
  await expect(page).toHaveTitle(/Compare/);
  await passesAxe(page);

  // The differences, and their table.
  await expect(column(page, 'ConSeq').locator('quals-marked-summary strong').first()).toHaveText(/^Wladimir/u);
  await page.getByRole('radio', { name: 'Both' }).press('ArrowLeft');
  await expect(page.getByRole('radio', { name: 'Differences' })).toBeChecked();
  await expect(column(page, 'MLE').locator('quals-marked-summary .answer, quals-marked-summary .line6')).toHaveCount(0);
  await page.getByRole('combobox', { name: 'Compare with' }).selectOption({ label: 'ConSeq' });
  await expect(column(page, 'MLE')).toContainText(/than ConSeq|as ConSeq/);
  const sort = page.getByRole('button', { name: 'MLE says' });
  await sort.press('Enter');
  await expect(page.getByRole('columnheader', { name: 'MLE says' })).toHaveAttribute('aria-sort', 'ascending');
  await page.getByRole('button', { name: 'Copy scores as Markdown' }).press('Enter');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split('\n')).toHaveLength(2 + SUMMARIES.length);
  expect(copied).toContain('| MLE | scored | −');

  // A result opens in full, and the comparison comes back.
  const quals = await column(page, 'MLE').getAttribute('data-quals');
  await page.getByRole('button', { name: 'Open the result of MLE' }).press('Enter');
  await expect(resultRegion(page)).toHaveAttribute('data-quals', String(quals));
  await page.getByRole('button', { name: 'Back to the comparison' }).press('Enter');
  await expect(column(page, 'MLE')).toHaveAttribute('data-quals', String(quals));

  // An edit is seen at once, and survives a reload with everything else.
  await page.getByRole('button', { name: 'Edit the texts' }).press('Enter');
  const text = page.getByRole('textbox', { name: 'Text' }).nth(2);
  await text.focus();
  await keyboard.press('Control+End');
  await keyboard.insertText(' He retired.');
  await expect(page.locator('quals-compare-field').nth(2).locator('ins')).toContainText('He retired.');
  await expect(page.locator('quals-compare-field').nth(2)).toContainText('out of date');
  await expect(page.getByRole('button', { name: 'Score 1 summary' })).toBeVisible();
  await page.waitForTimeout(600); // typing is written once it pauses
  await page.reload();
  await expect(column(page, 'MLE')).toHaveAttribute('data-quals', String(quals));
  await expect(column(page, 'Reference')).toContainText('Out of date');
  await page.getByRole('button', { name: 'Edit the texts' }).press('Enter');
  await expect(text).toHaveValue(`${SUMMARIES[2]?.text ?? ''} He retired.`);
});
