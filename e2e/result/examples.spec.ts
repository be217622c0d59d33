/** The page's own examples, one after another: each shows its own result, with nothing of the one before. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { test } from '../page-test.js';

interface Example {
  readonly title: string;
  readonly summary: string;
  readonly result: { readonly kind: string };
}

const scored = readdirSync('public/examples')
  .filter((file) => file !== 'index.json')
  .map((file) => JSON.parse(readFileSync(`public/examples/${file}`, 'utf8')) as Example)
  .filter(({ result }) => result.kind === 'scored');

test('each example has its own marked words, whichever was shown before', async ({ page }) => {
  await page.goto('./');
  expect(scored.length).toBeGreaterThan(3);
  for (const { title, summary } of [...scored, ...scored.toReversed()]) {
    await page.getByRole('radio', { name: title }).check();
    const words = page.locator('quals-marked-summary .words');
    await expect(async () => expect((await words.allTextContents()).join('')).toBe(summary)).toPass({ timeout: 5000 });
  }
});
