/**
 * Each state of the page matches its stored picture: wide and narrow, light and dark.
 * `npm run pictures` redraws the stored pictures. Then review what changed, and commit it with its cause.
 */
import { expect, type Page, type TestInfo } from '@playwright/test';
import { test } from '../page-test.js';
import { readFile, writeFile } from 'node:fs/promises';
import { openWith } from '../open-page.js';
import type { PageState } from './page-state.js';
import { PAGE_STATES } from './page-states.js';
import { changedPixels, stored } from './picture.js';
import { keepStill, useOwnFonts } from './still-page.js';
import { pictureOfWholePage } from './whole-page.js';

const FOLDER = 'docs/screenshots';
const WIDE = { width: 1440, height: 800 };
const SIZES = [WIDE, { width: 390, height: 780 }];
/**
 * Shrunk pixels, sixteen to one. Without hinting, or with letters on whole pixels, no picture changed by more than six. Another
 * question in the list of pairs changes 44.
 */
const MOST_CHANGED = 30;

function stateOf(name: string): PageState {
  const state = PAGE_STATES[name];
  if (!state) throw new RangeError(`There is no state “${name}”.`);
  return state;
}

async function draw(page: Page, name: string): Promise<Buffer> {
  const state = stateOf(name);
  await keepStill(page);
  await openWith(page, state.play, state.prepare);
  await state.reach(page);
  await useOwnFonts(page);
  return takePicture(page, state.whole);
}

/** After `draw`. */
async function drawInDark(page: Page, name: string): Promise<Buffer> {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  return takePicture(page, stateOf(name).whole);
}

async function takePicture(page: Page, whole = false): Promise<Buffer> {
  // The element under the pointer is not part of the state.
  await page.mouse.move(0, 0);
  return whole ? pictureOfWholePage(page) : page.screenshot({ animations: 'disabled', caret: 'hide' });
}

test('one other question in the list is seen', async ({ page }) => {
  await page.setViewportSize(WIDE);
  await draw(page, 'result left open');
  const question = page.locator('quals-answers-table .question').first();
  await question.scrollIntoViewIfNeeded();
  const before = await takePicture(page);
  await question.evaluate((element) => (element.textContent = 'What is it that he has?'));
  expect(await changedPixels(before, await takePicture(page))).toBeGreaterThan(MOST_CHANGED);
});

// One page load draws both themes: most of the time of such a test is the load.
for (const name of Object.keys(PAGE_STATES)) {
  for (const size of SIZES) {
    test(`${name}, ${size.width} px, light and dark`, async ({ page }, testInfo) => {
      await page.setViewportSize(size);
      const pictures = { light: await draw(page, name), dark: await drawInDark(page, name) };
      for (const [theme, picture] of Object.entries(pictures)) {
        const file = `${FOLDER}/${name.replaceAll(' ', '-')}-${size.width}-${theme}.png`;
        if (process.env['UPDATE_PICTURES']) await writeFile(file, await stored(picture));
        else await expectPicture(file, picture, testInfo);
      }
    });
  }
}

async function expectPicture(file: string, picture: Buffer, testInfo: TestInfo): Promise<void> {
  const expected = await readFile(file);
  const changed = await changedPixels(expected, picture);
  if (changed > MOST_CHANGED) {
    await testInfo.attach('expected', { body: expected, contentType: 'image/png' });
    await testInfo.attach('actual', { body: picture, contentType: 'image/png' });
  }
  expect.soft(changed, `${file}: shrunk pixels that changed`).toBeLessThanOrEqual(MOST_CHANGED);
}

test('letters on whole pixels, as another rasteriser has them, are not taken for a change', async ({
  playwright,
  launchOptions,
  baseURL,
}) => {
  const args = [...(launchOptions.args ?? []), '--disable-font-subpixel-positioning', '--font-render-hinting=none'];
  const browser = await playwright.chromium.launch({ ...launchOptions, args });
  const page = await browser.newPage({ ...(baseURL && { baseURL }), viewport: WIDE, serviceWorkers: 'block' });
  const picture = await draw(page, 'result');
  await browser.close();
  const changed = await changedPixels(await readFile(`${FOLDER}/result-1440-light.png`), picture);
  expect(changed).toBeLessThanOrEqual(MOST_CHANGED);
});
