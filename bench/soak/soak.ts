/**
 * Tests repeated scores for memory leaks. Scores the same pair 30 times in one tab of the built page and prints the memory after
 * each: `npm run soak`, or `npm run soak -- --model ID --scores 30`. It compares the medians of the first and the last three
 * scores, without the first five, in which engines compile and buffers grow. The exit code is 1 if either value grew by more
 * than 10 %. With fewer than 11 scores it compares nothing and only prints the memory of a large model.
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
const COMPARED = 3;
const MOST_GROWTH = 0.1;

const { values } = parseArgs({
  options: { model: { type: 'string', default: 'tiny' }, scores: { type: 'string', default: '30' } },
});
const scores = Number(values.scores);
if (!Number.isInteger(scores) || scores < 1) throw new RangeError('--scores is a whole number of 1 or more.');
const compares = scores >= WARM_UP + 2 * COMPARED;

interface Memory {
  /**
   * Scripts, arrays and WASM memories of the page and its workers, as the browser counts them; MB. Measured only if it is
   * compared, because the browser answers after a garbage collection, up to half a minute later.
   */
  readonly script: number | undefined;
  /** Memory of the tab's process; undefined if the system has no /proc. */
  readonly process: ProcessMemory | undefined;
}

/** Resident size in MB, now and at its peak. */
interface ProcessMemory {
  readonly now: number;
  readonly peak: number;
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
    const isCompared = (run > WARM_UP && run <= WARM_UP + COMPARED) || run > scores - COMPARED;
    measured.push(await memoryOf(browser, page, isCompared));
    print(`${String(run).padStart(3)}  ${describe(measured.at(-1) as Memory)}`);
    await page.goBack();
  }
  if (compares) process.exitCode = report(measured) ? 0 : 1;
} finally {
  await browser.close();
  await server.close();
}

async function memoryOf(browser: Browser, page: Page, withScript: boolean): Promise<Memory> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('HeapProfiler.collectGarbage');
  await devtools.detach();
  return { script: withScript ? await scriptMegabytes(page) : undefined, process: await processMemory(browser) };
}

function scriptMegabytes(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const { bytes } = await (
      performance as Performance & { measureUserAgentSpecificMemory(): Promise<{ bytes: number }> }
    ).measureUserAgentSpecificMemory();
    return bytes / 1e6;
  });
}

/** The largest renderer: the one open tab. */
async function processMemory(browser: Browser): Promise<ProcessMemory | undefined> {
  if (!existsSync('/proc/self/status')) return undefined;
  const devtools = await browser.newBrowserCDPSession();
  const { processInfo } = await devtools.send('SystemInfo.getProcessInfo');
  await devtools.detach();
  const sizes = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => {
      const status = readFileSync(`/proc/${id}/status`, 'utf8');
      const megabytes = (field: string): number =>
        (Number(new RegExp(`${field}:\\s+(\\d+) kB`).exec(status)?.[1]) * 1024) / 1e6;
      return { now: megabytes('VmRSS'), peak: megabytes('VmHWM') };
    });
  return sizes.reduce((largest, size) => (size.peak > largest.peak ? size : largest));
}

function report(measured: readonly Memory[]): boolean {
  const kinds = {
    'script and WASM': ({ script }: Memory) => script ?? [],
    process: ({ process }: Memory) => process?.now ?? [],
  };
  const grown = Object.entries(kinds).map(([name, pick]) => {
    const sizes = measured.slice(WARM_UP).flatMap(pick);
    if (sizes.length === 0) return 0;
    const before = median(sizes.slice(0, COMPARED));
    const growth = median(sizes.slice(-COMPARED)) / before - 1;
    print(`${name}: ${before.toFixed(0)} MB, then ${(growth * 100).toFixed(1)} %`);
    return growth;
  });
  return grown.every((growth) => growth <= MOST_GROWTH);
}

function describe({ script, process }: Memory): string {
  const counted = script === undefined ? [] : [`script and WASM ${script.toFixed(1)} MB`];
  const resident = process ? [`process ${process.now.toFixed(0)} MB, peak ${process.peak.toFixed(0)} MB`] : [];
  return [...counted, ...resident].join(', ');
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
