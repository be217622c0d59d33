/**
 * `npm run bench`: compares this project with the generic implementations in one Chromium, phase by phase. Writes docs/benchmark.md.
 *
 *     npm run bench -- [--quick] [--runs N] [--without-generic] [--without-growth] [--json FILE] [--model ID]
 *
 * --quick: one short text once, in under five minutes; writes no document.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DEFAULT_MODEL_ID } from '../cli/model/shipped-model.js';
import { hasRealGpu, startBrowser } from './browser.js';
import { writeCausalModel } from './generic/write-causal-model.js';
import { serve } from './serve.js';
import { medianOf, type Report, toMarkdown } from './table.js';
import { request } from './texts.js';
import { measureFloor, measureGenerate, measureGeneric, measureNative, measureOurs, type Way } from './ways.js';

const DOCUMENT = 'docs/benchmark.md';
const THREADS = Math.min(2, availableParallelism());

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    runs: { type: 'string', default: '3' },
    'without-generic': { type: 'boolean', default: false },
    'without-growth': { type: 'boolean', default: false },
    json: { type: 'string' },
    model: { type: 'string', default: DEFAULT_MODEL_ID },
  },
});
const { quick, model } = options;
const runs = quick ? 1 : Number(options.runs);
const main = quick
  ? { sourceTokens: 128, summaryTokens: 30, paths: 60 }
  : { sourceTokens: 512, summaryTokens: 60, paths: 60 };
const asked = request(main.sourceTokens, main.summaryTokens, main.paths);

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const genericModel = await mkdtemp(join(tmpdir(), 'quals-bench-'));
const served = await serve(genericModel);
const browser = await startBrowser();
try {
  const place = { browser, page: served.page, model };
  const ways: Way[] = [];
  const add = async (name: string, measure: () => Promise<Way>): Promise<Way> => {
    say(`${name} …`);
    const way = await measure();
    ways.push(way);
    say(`  ${(medianOf(way.runs, ({ milliseconds }) => milliseconds) / 1000).toFixed(1)} s`);
    return way;
  };
  const repeated = Array.from({ length: runs }, () => asked);

  say('Bare products …');
  const weightsFloor = await measureFloor(place, THREADS, 'bare-products');
  const floor = await measureFloor(place, THREADS, 'bare-products-attention');
  const ours = await add('Ours, WASM', () => measureOurs(place, 'wasm', THREADS, repeated));
  let generic: Way | undefined;
  let generate: Way | undefined;
  if (!options['without-generic']) {
    await writeCausalModel(`public/models/${model}`, genericModel);
    // Each run takes minutes; one is enough for a ratio of this size.
    generic = await add('Our search on top of transformers.js, WASM', () => measureGeneric(place, THREADS, [asked]));
    generate = await add('transformers.js generate, WASM', () => measureGenerate(place, THREADS, asked));
  }
  if (!quick) {
    await add('Ours, WASM, 1 thread', () => measureOurs(place, 'wasm', 1, [asked]));
    await add('Ours, onnxruntime-node', () => measureNative(place, repeated));
  }
  if (await hasRealGpu(browser, served.page)) {
    await add('Ours, WebGPU', () => measureOurs(place, 'webgpu', THREADS, repeated));
  } else {
    say('No real GPU: WebGPU is not measured.');
  }
  const withGrowth = !quick && !options['without-growth'];
  if (withGrowth) say('Growth …');
  const growth = !withGrowth ? [] : (await measureOurs(place, 'wasm', THREADS, growthRequests())).runs;

  const total = (way: Way): number => medianOf(way.runs, ({ milliseconds }) => milliseconds);
  // `generate` gives no greedy answers, so it is compared without them.
  const withoutAnswers = (way: Way): number =>
    medianOf(way.runs, ({ milliseconds, times }) => milliseconds - times.answer);
  const report: Report = {
    machine: `${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'}).`,
    model,
    main,
    ways,
    ratioGenericToOurs: generic && total(generic) / total(ours),
    ratioGenerateToOurs: generate && total(generate) / withoutAnswers(ours),
    floorMillisecondsPerStep: floor,
    weightsMillisecondsPerStep: weightsFloor,
    stepMilliseconds: medianOf(ours.runs, ({ millisecondsPerStep }) => millisecondsPerStep),
    growth,
  };
  process.stdout.write(toMarkdown(report));
  if (!quick) await writeFile(DOCUMENT, toMarkdown(report));
  if (options.json !== undefined) await writeFile(options.json, `${JSON.stringify(report, null, 2)}\n`);
} finally {
  await browser.close();
  await served.close();
  await rm(genericModel, { recursive: true });
}

/** One dimension grows at a time; the first request warms up the shapes. */
function growthRequests(): ReturnType<typeof request>[] {
  const lengths = [128, 256, 512, 1024, 2048, 4096].map((tokens) => request(tokens, 60));
  const summaries = [30, 120].map((tokens) => request(512, tokens));
  const paths = [20].map((count) => request(512, 60, count));
  return [...lengths, ...summaries, ...paths];
}
