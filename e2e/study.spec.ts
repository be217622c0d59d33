/** A human study: two annotators on two machines, their answers put together, by keyboard alone where it matters. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';
import { test } from './page-test.js';
import { readFile } from 'node:fs/promises';
import type { Play } from './fake-scorer/fake-worker.js';
import { openWith } from './open-page.js';
import {
  exportStudy,
  importAnswers,
  openRatePage,
  openStudyFile,
  ROWS,
  startStudy,
  STUDY_ARTICLES,
  SYSTEMS,
} from './study/start-study.js';

/** No model is there: a study needs none. */
const NO_MODEL: Play = { load: { progress: [] }, score: { progress: [] } };

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
}

const title = (page: Page): Locator => page.getByRole('heading', { level: 1 });

/** Which summary is A, by its text: each system's summaries begin with a word of its own. */
async function systemOfA(page: Page): Promise<string> {
  const text = await page.locator('.sides > section').first().innerText();
  return text.includes('84') ? SYSTEMS[1] : SYSTEMS[0];
}

/** With the keys alone: the second system is more consistent, all else is equal. */
async function rateByKeys(page: Page): Promise<void> {
  await page.keyboard.press((await systemOfA(page)) === SYSTEMS[1] ? '1' : '3');
  await page.keyboard.press('5');
  await page.keyboard.press('8');
  await page.keyboard.press('Enter');
}

test('two annotators on two machines, put together by a file', async ({ browser }) => {
  test.setTimeout(240_000);
  const first = await (await browser.newContext()).newPage();
  const complaints = await openWith(first, NO_MODEL);
  await openRatePage(first);
  await expectAccessible(first);
  await startStudy(first);
  await expect(title(first)).toBeFocused();
  await expect(first.getByText('1 article has the same summary from both systems')).toBeVisible();
  await expectAccessible(first);
  const empty = await exportStudy(first);

  // Ann, by keyboard.
  await first.getByLabel('Your name').focus();
  await first.keyboard.press('Enter');
  await expect(first.getByRole('alert').filter({ hasText: 'Type your name.' })).toBeVisible();
  await first.keyboard.type('Ann');
  await first.keyboard.press('Enter');
  await expect(title(first)).toHaveText(`Article 1 of ${STUDY_ARTICLES}`);
  await expect(title(first)).toBeFocused();
  await expectAccessible(first);
  for (const system of SYSTEMS) await expect(first.locator('main')).not.toContainText(system);
  await first.keyboard.press('Enter');
  await expect(first.getByText('Answer all three questions, or skip this article.')).toBeVisible();
  const sides: string[] = [await systemOfA(first)];
  await rateByKeys(first);
  await expect(title(first)).toHaveText(`Article 2 of ${STUDY_ARTICLES}`);
  sides.push(await systemOfA(first));
  await first.keyboard.press('1');
  await expect(first.getByRole('radio', { name: 'A is better' }).first()).toBeChecked();

  // A reload loses nothing, and shows the same order.
  await first.reload();
  await openRatePage(first);
  await first.getByRole('button', { name: 'Open Ferries' }).click();
  await expect(first.getByRole('row', { name: /^Ann/ })).toContainText('1');
  await first.getByRole('button', { name: 'Continue: Ann' }).click();
  await expect(title(first)).toHaveText(`Article 2 of ${STUDY_ARTICLES}`);
  await expect(first.getByRole('radio', { name: 'A is better' }).first()).toBeChecked();
  expect(await systemOfA(first)).toBe(sides[1]);
  await first.keyboard.press('p');
  await expect(title(first)).toHaveText(`Article 1 of ${STUDY_ARTICLES}`);
  expect(await systemOfA(first)).toBe(sides[0]);
  await first.keyboard.press('Enter');

  // Skip the second, answer the others, come back to it.
  await first.keyboard.press('s');
  for (let item = 3; item <= STUDY_ARTICLES; item += 1) {
    await expect(title(first)).toHaveText(`Article ${item} of ${STUDY_ARTICLES}`);
    await rateByKeys(first);
  }
  await expect(title(first)).toHaveText(`You have been through ${STUDY_ARTICLES} articles.`);
  await expectAccessible(first);
  await first.getByRole('button', { name: 'Article 2 (skipped)' }).press('Enter');
  await expect(title(first)).toHaveText(`Article 2 of ${STUDY_ARTICLES}`);
  await rateByKeys(first);
  for (let item = 3; item <= STUDY_ARTICLES; item += 1) await first.keyboard.press('Enter');
  await first.getByRole('button', { name: 'Finish' }).press('Enter');
  await expect(first.getByRole('row', { name: /^Ann/ })).toContainText('finished');

  // Ben, on another machine, with the mouse.
  const second = await (await browser.newContext()).newPage();
  await openWith(second, NO_MODEL);
  await openRatePage(second);
  await openStudyFile(second, empty);
  await second.getByLabel('Your name').fill('Ben');
  await second.getByRole('button', { name: 'Begin' }).click();
  for (let item = 1; item <= STUDY_ARTICLES; item += 1) {
    await expect(title(second)).toHaveText(`Article ${item} of ${STUDY_ARTICLES}`);
    const group = (name: RegExp) => second.getByRole('radiogroup', { name });
    // The first article: a person who disagrees.
    const better = ((await systemOfA(second)) === SYSTEMS[1]) === item > 1 ? 'A is better' : 'B is better';
    await group(/^Factual/)
      .getByText(better)
      .click();
    await group(/^Informativeness/)
      .getByText('Equal')
      .click();
    await group(/^Grammatical/)
      .getByText('Equal')
      .click();
    await second.getByRole('button', { name: 'Next' }).click();
  }
  // Results stay hidden from somebody who has not finished.
  await second.getByRole('button', { name: 'Pause' }).click();
  await expect(second.getByText('Ben has not finished.')).toBeVisible();
  await second.getByRole('button', { name: 'Continue: Ben' }).click();
  await second.getByRole('button', { name: 'Finish' }).click();
  const answers = await exportStudy(second);

  // Put together.
  await importAnswers(first, answers);
  await expect(first.getByText(`1 new annotator, ${STUDY_ARTICLES} new answers.`)).toBeVisible();
  await importAnswers(first, answers);
  await expect(first.getByText('Nothing was changed.')).toBeVisible();
  await first.getByRole('button', { name: 'Show results' }).click();
  const shares = first.getByRole('table', { name: 'Shares' });
  await expect(shares).toContainText('1 of 12');
  await expect(shares).toContainText('11 of 12');
  const agreement = first.getByRole('table', { name: 'Agreement between annotators' });
  // By hand: observed disagreement 2 / 12, expected 2 · 1 · 11 / (12 · 11): nominal and ordinal agree with two values.
  await expect(agreement.getByRole('row', { name: /^Factual/ })).toContainText('0.000');
  await expect(agreement.getByRole('row', { name: /^Informativeness/ })).toContainText('no value');
  await expect(first.locator('quals-answers-figure svg')).toBeVisible();
  await expectAccessible(first);
  const [saved] = await Promise.all([
    first.waitForEvent('download'),
    first.getByRole('button', { name: 'Export all answers as CSV' }).click(),
  ]);
  const csv = await readFile(await saved.path(), 'utf8');
  expect(csv.trimEnd().split('\r\n')).toHaveLength(1 + 2 * STUDY_ARTICLES);
  expect(csv.match(/,worse,equal,equal,/g)).toHaveLength(11);
  expect(complaints).toEqual([]);
});

test('a study is deleted after a question', async ({ page }) => {
  await openWith(page, NO_MODEL);
  await openRatePage(page);
  await startStudy(page);
  await page.getByRole('button', { name: 'All studies' }).click();
  const stored = page.getByRole('region', { name: 'Studies on this device' });
  await stored.getByRole('button', { name: 'Delete Ferries' }).click();
  const question = stored.getByRole('group', { name: 'Delete it with all answers?' });
  await question.getByRole('button', { name: 'Delete' }).click();
  await expect(stored).toHaveCount(0);
  await page.reload();
  await openRatePage(page);
  await expect(stored).toHaveCount(0);
});

test('bad input gets a sentence, and changes nothing', async ({ page }) => {
  test.setTimeout(120_000);
  const complaints = await openWith(page, NO_MODEL);
  await openRatePage(page);
  const paste = async (text: string): Promise<void> => {
    await page.getByText('Paste rows', { exact: true }).click();
    await page.getByRole('textbox', { name: /^Rows, with/ }).fill(text);
    await page.getByRole('button', { name: 'Read the pasted rows' }).click();
  };
  const alert = (text: RegExp) => page.getByRole('alert').filter({ hasText: text });

  await paste('{"format": "quals-study", "version": 9}');
  await expect(alert(/made by a newer version/)).toBeVisible();
  await page.getByRole('button', { name: 'Read the pasted rows' }).scrollIntoViewIfNeeded();
  await page
    .getByRole('textbox', { name: /^Rows, with/ })
    .fill('article,summary\nOne article with some words.,A summary of it.');
  await page.getByRole('button', { name: 'Read the pasted rows' }).click();
  await page.getByRole('button', { name: 'Use these columns' }).click();
  await expect(alert(/needs summaries by two systems/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Choose another file' }).click();

  await paste('article,mle,conseq\nThe same article for both.,The same summary here.,The same summary here.');
  await page.getByRole('button', { name: 'Use these columns' }).click();
  await expect(page.getByText('there is nothing to ask')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Start the study' })).toBeDisabled();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Choose other rows' }).click();

  await startStudy(page);
  await page.getByLabel('Your name').fill('Ann');
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByLabel('Your name').fill(' ann');
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(alert(/“ann” is in this study already/)).toBeVisible();
  const file = JSON.parse(await exportStudy(page)) as { study: { id: string; name: string } };
  file.study = { ...file.study, id: 'another', name: 'Bridges' };
  await importAnswers(page, JSON.stringify(file));
  await expect(alert(/belongs to the study “Bridges”, not to “Ferries”/)).toBeVisible();
  await importAnswers(page, ROWS);
  await expect(alert(/is not a study file/)).toBeVisible();
  expect(complaints).toEqual([]);
});
