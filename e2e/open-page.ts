/** Opens the page for a test with a fake worker. */
import { expect, type Locator, type Page } from '@playwright/test';
import { type Play, playWorker } from './fake-scorer/fake-worker.js';
import { sampleResult, SOURCE, SUMMARY } from './fake-scorer/sample-result.js';
import { calibration } from './gallery/sample-calibration.js';

/**
 * Like a first visit, with an example that has a result and a model that has a calibration. `prepare` runs before the page
 * opens; its own routes take precedence. Returns the browser's errors and warnings.
 */
export async function openWith(page: Page, play: Play, prepare?: (page: Page) => Promise<unknown>): Promise<string[]> {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  const texts = { source: SOURCE, summary: SUMMARY };
  const note = 'The article gives the chink in the armour to Klitschko; the summary gives it to Joshua.';
  const example = { id: 'boxing', title: 'A quote given to the wrong boxer', note, ...texts, result: sampleResult() };
  await page.route('**/examples/boxing.json', (route) => route.fulfill({ json: example }));
  await page.route('**/calibration.json', (route) => route.fulfill({ json: { calibrations: [calibration] } }));
  await page.route('**/manifest.json', (route) =>
    route.fulfill({ json: { id: 'sample', version: '0.0.0', files: [{ bytes: 97_100_000 }] } }),
  );
  await playWorker(page, play);
  await prepare?.(page);
  await page.goto('./');
  await expect(scoreButton(page)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Worked example' })).toBeVisible();
  return complaints;
}

export function scoreButton(page: Page): Locator {
  return page.getByRole('button', { name: 'Score', exact: true });
}

export function resultRegion(page: Page): Locator {
  return page.getByRole('region', { name: 'Result' });
}

export function field(page: Page, name: 'Article' | 'Summary'): Locator {
  return page.getByRole('textbox', { name, exact: true });
}
