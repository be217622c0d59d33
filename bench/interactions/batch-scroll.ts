/**
 * Measures the frames of a table of 10,000 stored rows while it scrolls: `npx tsx bench/interactions/batch-scroll.ts` after
 * `npm run build`. Prints the number of frames, the longest, and how many took over 50 ms (Long Animation Frames API: from the
 * beginning of a frame's work to its paint). A bench, not a test: the time depends on the machine.
 */
import { chromium, type Page } from '@playwright/test';
import { existsSync } from 'node:fs';
import { preview } from 'vite';
import { openBatchPage, table } from '../../e2e/batch/open-batch.js';
import { BATCH_PLAY, storeBatch } from '../../e2e/batch/stored-batch.js';
import { openWith } from '../../e2e/open-page.js';

const ROWS = 10_000;
const STEPS = 400;
const SYSTEM_CHROMIUM = '/usr/bin/chromium';

const server = await preview({ preview: { port: 5341 }, build: { outDir: process.env['QUALS_DIST'] ?? 'dist' } });
const browser = await chromium.launch({
  args: ['--no-sandbox'],
  ...(existsSync(SYSTEM_CHROMIUM) && { executablePath: SYSTEM_CHROMIUM }),
});
try {
  const page = await browser.newPage({
    baseURL: server.resolvedUrls?.local[0] ?? '',
    viewport: { width: 1440, height: 900 },
    serviceWorkers: 'block',
  });
  await openWith(page, BATCH_PLAY);
  await storeBatch(page, ROWS);
  await openBatchPage(page);
  await page.getByRole('button', { name: 'Open xsum.jsonl' }).click();
  // The statistics are computed once, before the table is scrolled.
  await page.getByRole('table', { name: 'Does one system beat another?' }).waitFor({ timeout: 120_000 });
  await page.waitForTimeout(1000);
  const { frames, long } = await scrollThrough(page);
  const longest = long.reduce((a, b) => Math.max(a, b), 0);
  process.stdout.write(
    `${ROWS} rows: ${frames} frames, ${long.length} over 50 ms, longest ${Math.round(longest)} ms\n`,
  );
} finally {
  await browser.close();
  await server.close();
}

/** `long`: milliseconds of each frame over 50 ms. */
function scrollThrough(page: Page): Promise<{ frames: number; long: number[] }> {
  return table(page).evaluate(async (element, steps) => {
    const long: number[] = [];
    new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => long.push(duration))).observe({
      type: 'long-animation-frame',
    });
    const distance = element.scrollHeight / steps;
    for (let step = 0; step < steps; step++) {
      element.scrollTop += distance;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
    return { frames: steps, long };
  }, STEPS);
}
