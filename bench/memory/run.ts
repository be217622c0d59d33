/**
 * `npm run bench:memory`: where the memory of the tab's process goes while a model loads on WASM and scores once. Prints one table for each
 * way to run it, one process each. Linux only.
 *
 *     npm run bench:memory -- [--quick] [--threads N] [--model ID] [--way NAME]
 *
 * --quick: a short text. --way: only this one of `before`, `prepacked` and `now`. `before`: the runtime for GPUs and CPUs, weights
 * prepacked; `prepacked`: the runtime for CPUs, weights prepacked; `now`: as the page runs it.
 */
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { DEFAULT_MODEL_ID } from '../../cli/model/shipped-model.js';
import { onPage, startBrowser } from '../browser.js';
import type { Scoring } from '../page/contract.js';
import { serve } from '../serve.js';
import { request } from '../texts.js';
import { largestRenderer, largestResident, type ProcessMemory } from './process-memory.js';

const SAMPLE_EVERY = 100;

const WAYS = {
  before: { runtime: 'webgpu', prepack: true },
  prepacked: { runtime: 'wasm', prepack: true },
  now: { runtime: 'wasm', prepack: false },
} as const;

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    threads: { type: 'string', default: '2' },
    model: { type: 'string', default: DEFAULT_MODEL_ID },
    way: { type: 'string' },
  },
});
const score = options.quick ? request(128, 30) : request(512, 60);

const served = await serve(`public/models/${options.model}`);
try {
  for (const [name, way] of Object.entries(WAYS)) {
    if (options.way !== undefined && options.way !== name) continue;
    // A browser of its own: a renderer that served another page has a peak of its own.
    const browser = await startBrowser();
    try {
      const moments: (readonly [string, ProcessMemory])[] = [];
      let sampled = 0;
      let ended = false;
      const sampling = (async () => {
        while (!ended) {
          const size = await largestResident(browser);
          sampled = Math.max(sampled, size);
          await setTimeout(SAMPLE_EVERY);
        }
      })();
      const { value } = await onPage(browser, served.page, async (page) => {
        await page.exposeFunction('reachMoment', async (moment: string, wasmBytes: number) => {
          const memory = await largestRenderer(browser, wasmBytes);
          sampled = Math.max(sampled, memory.peak);
          moments.push([moment, { ...memory, peak: sampled }]);
        });
        const modelUrl = new URL(`/models/${options.model}/`, served.page).href;
        const memory = { modelUrl, threads: Number(options.threads), ...way, score };
        return page.evaluate((memory) => window.benchMemory(memory), memory);
      });
      ended = true;
      await sampling;
      process.stdout.write(`${describe(name, value)}\n\n${table(moments)}\n\n`);
    } finally {
      await browser.close();
    }
  }
} finally {
  await served.close();
}

function describe(name: string, { quals, sourceTokens, summaryTokens, milliseconds }: Scoring): string {
  const texts = `${sourceTokens} article and ${summaryTokens} summary tokens`;
  return `**${name}**: ${texts}, QUALS ${quals}, ${(milliseconds / 1000).toFixed(1)} s`;
}

function table(moments: readonly (readonly [string, ProcessMemory])[]): string {
  const head = ['MB', 'process', 'peak so far', 'Chromium’s files', 'WASM memory', 'machine code', 'rest', 'CPU s'];
  const rows = moments.map(([name, memory]) => {
    const { resident, peak, files, wasm, machineCode, rest, cpuSeconds } = memory;
    const sizes = [resident, peak, files, wasm, machineCode, rest].map((size) => size.toFixed(0));
    return [name, ...sizes, cpuSeconds.toFixed(1)];
  });
  return [head, ['---', ...head.slice(1).map(() => '--:')], ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}
