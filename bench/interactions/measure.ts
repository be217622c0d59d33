/**
 * Measures how fast the page reacts during a score. Opens the built page with an article of 8,000 tokens, keeps every core busy like a
 * score, goes through run and result, and prints the time of each interaction: `npm run interactions`. The scorer is a fake,
 * so that only the page is measured. The exit code is 1 if an interaction took over 100 ms.
 */
import { chromium, type Browser, type Page } from '@playwright/test';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { preview } from 'vite';
import type { ScoreProgress } from '../../src/core/scorer.js';
import { LOADED, type Play } from '../../e2e/fake-scorer/fake-worker.js';
import { sampleResult } from '../../e2e/fake-scorer/sample-result.js';
import { field, openWith } from '../../e2e/open-page.js';
import { duringTheRun, withTheResult } from './journeys.js';
import { longArticle } from './long-article.js';
import { countInteractions, loadProcessor, readInteractions, watchInteractions } from './watched-page.js';

const LIMIT_MS = 100;
const SYSTEM_CHROMIUM = '/usr/bin/chromium';
/** A report every five milliseconds: more often than any device writes tokens, for longer than the measurement takes. */
const REPORTS = 12_000;

const result = sampleResult();
const written = result.pairs.map(({ question, answer }) => ({ question, answer, inSummary: true }));
const progress = Array.from({ length: REPORTS }, (_, step): ScoreProgress => ({
  phase: 'write-pairs',
  step: 1 + (step % 60),
  maxSteps: 60,
  finished: Math.min(59, step),
  paths: 60,
  written: step < 59 ? written.slice(step % 10, 1 + (step % 10)) : [],
}));
const RUNNING: Play = { load: LOADED, score: { progress } };
const ENDED: Play = { load: LOADED, score: { progress: [], outcome: { ok: true, value: result } } };

const server = await preview({ preview: { port: 5340 }, build: { outDir: process.env['QUALS_DIST'] ?? 'dist' } });
const browser = await chromium.launch({
  args: ['--no-sandbox'],
  ...(existsSync(SYSTEM_CHROMIUM) && { executablePath: SYSTEM_CHROMIUM }),
});
try {
  await measure(browser, 'while a score runs', RUNNING, duringTheRun);
  await measure(browser, 'with its result', ENDED, withTheResult);
} finally {
  await browser.close();
  await server.close();
}

async function measure(
  browser: Browser,
  name: string,
  play: Play,
  journey: (page: Page) => Promise<void>,
): Promise<void> {
  const page = await browser.newPage({
    baseURL: server.resolvedUrls?.local[0] ?? '',
    viewport: { width: 1440, height: 900 },
    serviceWorkers: 'block',
    // The CPU load uses scripts that the page's policy refuses.
    bypassCSP: true,
  });
  await watchInteractions(page);
  await openWith(page, play);
  await field(page, 'Article').fill(longArticle());
  await loadProcessor(page, availableParallelism());
  await journey(page);
  const slowest = (await readInteractions(page)).sort((a, b) => b.duration - a.duration);
  const over = slowest.filter(({ duration }) => duration > LIMIT_MS);
  const worst = slowest.slice(0, 5).map(({ duration, what }) => `${duration} ms ${what}`);
  process.stdout.write(
    `${name}: ${await countInteractions(page)} interactions, ${over.length} over ${LIMIT_MS} ms; slowest: ${worst.join(', ')}\n`,
  );
  if (over.length > 0) process.exitCode = 1;
  await page.close();
}
