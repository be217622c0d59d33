/** The picture of the example page in docs/embedding.md. `npm run pictures` draws it; no test compares it. */
import { expect } from '@playwright/test';
import { test } from '../page-test.js';
import { writeFile } from 'node:fs/promises';
import { buildExample, serveHostPage, STRICT_FOR_SCORER } from './host-page.js';
import { stored } from '../pictures/picture.js';

const BUILT = '.cache/embed-picture';
const DIST = process.env['QUALS_DIST'] ?? 'dist';

test('the example page as docs/embedding.md shows it', async ({ page }) => {
  test.skip(!process.env['UPDATE_PICTURES'], 'Drawn by `npm run pictures` alone.');
  test.setTimeout(120_000);
  await buildExample(BUILT);
  const host = await serveHostPage(STRICT_FOR_SCORER, { '/': `${BUILT}/`, '/quals/': `${DIST}/` });
  try {
    await page.setViewportSize({ width: 1100, height: 1000 });
    await page.goto(host.url);
    await expect(page.locator('#stored quals-token-chart [role=option]').first()).toBeVisible();
    await expect(page.locator('#scorer').getByRole('textbox', { name: 'Summary', exact: true })).not.toHaveValue('');
    await expect(page.locator('#told')).toContainText('stored: QUALS');
    await page.evaluate(() => document.fonts.ready);
    await writeFile('docs/embed.png', await stored(await page.screenshot({ fullPage: true })));
  } finally {
    await host.close();
  }
});
