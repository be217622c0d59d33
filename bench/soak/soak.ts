/**
 * Do repeated scores leak? Scores the same pair 30 times in one tab of the built page and prints the memory after each:
 * `npm run soak`, or `npm run soak -- --model qagen-smollm2-135m --scores 30`. Compared are the medians of the first and
 * the last five, after the first five, in which engines compile and buffers reach their size. The exit code is 1 where
 * either grew by more than 10 %.
 */
import { chromium, type Browser, type Page } from '@playwright/test';
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { serveFaults } from '../../e2e/faults/fault-server.js';
import { openTexts, score, SOURCE, SUMMARY } from '../../e2e/faults/tiny-page.js';
import { resultRegion } from '../../e2e/open-page.js';
import { median } from '../median.js';

const SYSTEM_CHROMIUM = '/usr/bin/chromium';
const WARM_UP = 5;
const COMPARED = 5;
const MOST_GROWTH = 0.1;

const { values } = parseArgs({
  options: { model: { type: 'string', default: 'tiny' }, scores: { type: 'string', default: '30' } },
});
const scores = Number(values.scores);
if (!Number.isInteger(scores) || scores < WARM_UP + 2 * COMPARED) {
  throw new RangeError(`--scores is a whole number of ${WARM_UP + 2 * COMPARED} or more.`);
}

interface Memory {
  /** Scripts, arrays and WASM memories of the page and its workers, as the browser counts them; MB. */
  readonly script: number;
  /** Resident size of the tab's process, MB; undefined where the system has no /proc. */
  readonly process: number | undefined;
}

const server = await serveFaults();
const browser = await chromium.launch({
  args: ['--no-sandbox'],
  ...(existsSync(SYSTEM_CHROMIUM) && { executablePath: SYSTEM_CHROMIUM }),
});
try {
  const page = await browser.newPage({ serviceWorkers: 'block' });
  await openTexts(page, `${server.url}?model=${values.model}`, SOURCE, SUMMARY);
  const measured: Memory[] = [];
  for (let run = 1; run <= scores; run++) {
    await score(page);
    await resultRegion(page).waitFor({ timeout: 600_000 });
    measured.push(await memoryOf(browser, page));
    print(`${String(run).padStart(3)}  ${describe(measured.at(-1) as Memory)}`);
    await page.goBack();
  }
  process.exitCode = report(measured) ? 0 : 1;
} finally {
  await browser.close();
  await server.close();
}

async function memoryOf(browser: Browser, page: Page): Promise<Memory> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('HeapProfiler.collectGarbage');
  await devtools.detach();
  const script = await page.evaluate(async () => {
    const { bytes } = await (
      performance as Performance & { measureUserAgentSpecificMemory(): Promise<{ bytes: number }> }
    ).measureUserAgentSpecificMemory();
    return bytes / 1e6;
  });
  return { script, process: await residentMegabytes(browser) };
}

/** Of the largest renderer: the one tab that is open. */
async function residentMegabytes(browser: Browser): Promise<number | undefined> {
  if (!existsSync('/proc/self/status')) return undefined;
  const devtools = await browser.newBrowserCDPSession();
  const { processInfo } = await devtools.send('SystemInfo.getProcessInfo');
  await devtools.detach();
  const sizes = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1]) / 1000);
  return Math.max(...sizes);
}

function report(measured: readonly Memory[]): boolean {
  const kinds = { 'script and WASM': 'script', process: 'process' } as const;
  const grown = Object.entries(kinds).map(([name, kind]) => {
    const sizes = measured.slice(WARM_UP).flatMap((memory) => memory[kind] ?? []);
    if (sizes.length === 0) return 0;
    const before = median(sizes.slice(0, COMPARED));
    const growth = median(sizes.slice(-COMPARED)) / before - 1;
    print(`${name}: ${before.toFixed(0)} MB, then ${(growth * 100).toFixed(1)} %`);
    return growth;
  });
  return grown.every((growth) => growth <= MOST_GROWTH);
}

function describe({ script, process }: Memory): string {
  const resident = process === undefined ? '' : `, process ${process.toFixed(0)} MB`;
  return `script and WASM ${script.toFixed(1)} MB${resident}`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
