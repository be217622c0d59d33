/**
 * Traces a table of 10,000 stored rows while it scrolls: `npm run bench:scroll`.
 * Prints frames over 50 ms (from one submitted frame to the next), and tasks of the page's thread over 50 ms, by the clock and by CPU
 * time: on a machine that others use, only the last is the page's own. A bench, not a test: all depend on the machine.
 */
import { chromium, type Page } from '@playwright/test';
import { existsSync } from 'node:fs';
import { preview } from 'vite';
import { openBatchPage, table } from '../../e2e/batch/open-batch.js';
import { BATCH_PLAY, storeBatch } from '../../e2e/batch/stored-batch.js';
import { openWith } from '../../e2e/open-page.js';

const ROWS = 10_000;
const STEPS = 400;
const CATEGORIES = [
  'toplevel',
  'disabled-by-default-devtools.timeline',
  'disabled-by-default-devtools.timeline.frame',
  'blink.user_timing',
];
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
  await browser.startTracing(page, { categories: CATEGORIES });
  await scrollThrough(page);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: readonly TraceEvent[];
  };
  const frames = frameIntervals(traceEvents);
  const tasks = mainThreadTasks(traceEvents);
  process.stdout.write(`${ROWS} rows, ${STEPS} steps: ${frames.length} frames, ${tasks.length} tasks\n`);
  process.stdout.write(`frames: ${worst(frames)}\n`);
  process.stdout.write(`by the clock: ${worst(tasks.map(({ dur }) => dur))}\n`);
  process.stdout.write(`CPU time: ${worst(tasks.map(({ tdur }) => tdur))}\n`);
} finally {
  await browser.close();
  await server.close();
}

/** One step a frame: 25 rows, a fast turn of the wheel. */
function scrollThrough(page: Page): Promise<void> {
  return table(page).evaluate(async (element, steps) => {
    const distance = element.scrollHeight / steps;
    performance.mark('scroll-begin');
    for (let step = 0; step < steps; step++) {
      element.scrollTop += distance;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    performance.mark('scroll-end');
  }, STEPS);
}

/** Microseconds. */
interface Task {
  readonly dur: number;
  readonly tdur: number;
}

/** Between the frames that the compositor submits during the scroll, in the order of time. */
function frameIntervals(traceEvents: readonly TraceEvent[]): readonly number[] {
  const timeOf = (mark: string): number => traceEvents.find(({ name }) => name === mark)?.ts ?? NaN;
  const [begin, end] = [timeOf('scroll-begin'), timeOf('scroll-end')];
  const submitted = traceEvents.filter(({ name, ph }) => name === 'EndActivateToSubmitCompositorFrame' && ph === 'e');
  const times = submitted.map(({ ts }) => ts).filter((time) => time >= begin && time <= end);
  const inOrder = [begin, ...times.sort((a, b) => a - b)];
  return inOrder.slice(1).map((time, place) => time - (inOrder[place] ?? time));
}

function mainThreadTasks(traceEvents: readonly TraceEvent[]): readonly Task[] {
  const threads = traceEvents.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain');
  return traceEvents
    .filter(({ name, pid, tid }) => name === 'RunTask' && threads.some((one) => one.pid === pid && one.tid === tid))
    .map(({ dur = 0, tdur = 0 }) => ({ dur, tdur }));
}

interface TraceEvent extends Partial<Task> {
  readonly name: string;
  readonly ts: number;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly args?: { readonly name?: string };
}

function worst(microseconds: readonly number[]): string {
  const milliseconds = microseconds.map((value) => value / 1000).sort((a, b) => b - a);
  const over = milliseconds.filter((value) => value > 50).length;
  const longest = milliseconds.slice(0, 5).map((value) => value.toFixed(1));
  return `${over} over 50 ms; longest ${longest.join(', ')} ms`;
}
