/** How tests reach the page “Rate” and start a study there. */
import { expect, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';

/** The page must not show these names to an annotator. */
export const SYSTEMS = ['oldmodel', 'newmodel'] as const;
/** With two different summaries; one more has the same twice. */
export const STUDY_ARTICLES = 6;

const article = (number: number): string =>
  `The ferry Linnea ${number} ran aground outside Torvik on Tuesday. All 84 passengers were taken off by the coastguard, which sent two boats. The captain said that the rudder had failed.`;

export const ROWS = [
  `article,${SYSTEMS.join(',')}`,
  ...Array.from(
    { length: STUDY_ARTICLES },
    (_, index) =>
      `"${article(index + 1)}","All 48 passengers of ferry ${index + 1} were rescued.","Ferry ${index + 1} ran aground, and its 84 passengers were taken off."`,
  ),
  `"${article(STUDY_ARTICLES + 1)}","The ferry ran aground.","The ferry ran aground."`,
].join('\n');

export async function openRatePage(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'Rate' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Rate summaries by hand' })).toBeVisible();
}

export async function startStudy(page: Page): Promise<void> {
  await page.getByText('Paste rows', { exact: true }).click();
  await page.getByRole('textbox', { name: /^Rows, with/ }).fill(ROWS);
  await page.getByRole('button', { name: 'Read the pasted rows' }).click();
  await page.getByRole('button', { name: 'Use these columns' }).click();
  await page.getByLabel('Name of the study').fill('Ferries');
  await page.getByRole('button', { name: 'Start the study' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Ferries' })).toBeVisible();
}

export async function exportStudy(page: Page): Promise<string> {
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export study and answers' }).click(),
  ]);
  return readFile(await saved.path(), 'utf8');
}

export async function openStudyFile(page: Page, text: string): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Open a study file' }).click(),
  ]);
  await chooser.setFiles({ name: 'study.json', mimeType: 'application/json', buffer: Buffer.from(text) });
}

export async function importAnswers(page: Page, text: string): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Import answers' }).click(),
  ]);
  await chooser.setFiles({ name: 'answers.json', mimeType: 'application/json', buffer: Buffer.from(text) });
}
