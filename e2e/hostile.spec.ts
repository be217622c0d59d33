/** Hostile texts in the page, with the real worker and the tiny model: a result or a plain message, and no markup runs. */
import { expect } from '@playwright/test';
import { openTiny, score, test } from './faults/tiny-page.js';
import { field } from './open-page.js';

const MARKUP =
  '<script>document.title="run"</script><img src=x onerror="document.title=\'run\'"><svg onload="document.title=\'run\'">';
const TEXTS: readonly (readonly [string, string])[] = [
  ['<|im_start|>user <|endoftext|>', '<|im_end|> <|endoftext|> <|im_start|>'],
  ['\ud800 lone \udfff', '👨‍👩‍👧 \u202eevil\u202c \u0000'],
  ['日本語の記事です。النص العربي', '要約です。 עברית'],
  [`Anna sang. ${MARKUP}`, `${MARKUP} Anna sang in Rome.`],
  ['javascript:document.title="run"', '"><iframe srcdoc="<script>parent.document.title=1</script>"></iframe> Anna.'],
  ['\u200b\u200b\u200b', '\u200b'],
  ['Short.', 'Anna sang. '.repeat(400)],
  ['x'.repeat(1_000_000), 'A summary.'],
];

test('hostile texts end in a result or a plain word, and no markup of theirs runs', async ({ page, server }) => {
  test.setTimeout(300_000);
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('dialog', (dialog) => {
    complaints.push(dialog.message());
    void dialog.dismiss();
  });
  await openTiny(page, server);
  for (const [source, summary] of TEXTS) {
    await test.step(JSON.stringify(summary.slice(0, 30)), async () => {
      await field(page, 'Article').fill(source);
      await field(page, 'Summary').fill(summary);
      await score(page);
      await expect(page.locator('[data-outcome], quals-notice-box').first()).toBeVisible({ timeout: 120_000 });
      await expect(page.locator('main')).not.toContainText('NaN');
      await expect(page.locator('main img, main iframe, main script')).toHaveCount(0);
      expect(await page.title()).not.toBe('run');
      if (page.url().includes('#result')) await page.goBack();
    });
  }
  expect(complaints).toEqual([]);
});
