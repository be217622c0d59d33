/** The README's picture: a real result of the shipped model. `npm run pictures` draws it; no test compares it. */
import { expect } from '@playwright/test';
import { test } from '../page-test.js';
import { stored } from './picture.js';
import { keepStill, useOwnFonts } from './still-page.js';
import { pictureOfWholePage } from './whole-page.js';
import { writeFile } from 'node:fs/promises';
import { OPEN_FULL } from '../../src/text/form/example-words.js';

test('the first example, as the page opens it', async ({ page }) => {
  test.skip(!process.env['UPDATE_PICTURES'], 'Drawn by `npm run pictures` alone.');
  await page.setViewportSize({ width: 1440, height: 900 });
  await keepStill(page);
  await page.goto('../');
  await page.getByRole('link', { name: OPEN_FULL }).click();
  await expect(page.locator('quals-token-chart')).toHaveCount(2);
  await useOwnFonts(page);
  await page.mouse.move(0, 0);
  await writeFile('docs/result.png', await stored(await pictureOfWholePage(page)));
});
