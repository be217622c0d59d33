/** The implementations that the benchmark compares. */
import type { Browser } from '@playwright/test';
import { availableParallelism } from 'node:os';
import { openNativeModel } from '../cli/model/open-native-model.js';
import { onPage } from './browser.js';
import { median } from './median.js';
import type { Scoring, ScoreRequest } from './page/contract.js';
import { measureScore } from './page/measure-score.js';
import { EXTRA_MODEL } from './serve.js';

export interface Way {
  readonly name: string;
  /** Seconds from the files in memory to a warm model. */
  readonly loadSeconds: number;
  readonly runs: readonly Scoring[];
  readonly peakMegabytes: number | undefined;
}

export interface Place {
  readonly browser: Browser;
  readonly page: string;
  readonly model: string;
}

/** `requests` run one after another on one open model; the first run of a shape is counted too. */
export async function measureOurs(
  { browser, page: url, model }: Place,
  device: 'wasm' | 'webgpu',
  threads: number,
  requests: readonly ScoreRequest[],
): Promise<Way> {
  const { value, peakMegabytes } = await onPage(browser, url, async (page) => {
    const modelUrl = new URL(`/models/${model}/`, url).href;
    const bench = await page.evaluateHandle(() => window.startBench());
    const open = { modelUrl, device, threads };
    const load = await page.evaluate(([bench, open]) => bench.open(open), [bench, open] as const);
    const runs: Scoring[] = [];
    for (const request of requests) {
      runs.push(await page.evaluate(([bench, request]) => bench.score(request), [bench, request] as const));
    }
    return { load, runs };
  });
  const name = device === 'webgpu' ? 'ours, WebGPU' : `ours, WASM, ${threads} thread${threads === 1 ? '' : 's'}`;
  return { name, loadSeconds: value.load / 1000, runs: value.runs, peakMegabytes };
}

/** Loads again for each run. */
export async function measureGeneric(
  { browser, page: url }: Place,
  threads: number,
  requests: readonly ScoreRequest[],
): Promise<Way> {
  const loads: number[] = [];
  const runs: Scoring[] = [];
  const peaks: (number | undefined)[] = [];
  for (const request of requests) {
    const { value, peakMegabytes } = await onPage(browser, url, (page) =>
      page.evaluate(
        ([path, request, threads]) => window.benchGeneric(new URL(path, location.href).href, request, threads),
        [EXTRA_MODEL, request, threads] as const,
      ),
    );
    loads.push(value.seconds['load'] ?? Number.NaN);
    peaks.push(peakMegabytes);
    const milliseconds = (phase: string): number => 1000 * (value.seconds[phase] ?? Number.NaN);
    runs.push({
      quals: value.quals,
      paths: request.paths,
      pairsKept: Number.NaN,
      sourceTokens: request.sourceTokens,
      summaryTokens: request.summaryTokens,
      milliseconds: milliseconds('total'),
      times: {
        readSummary: milliseconds('readSummary'),
        writePairs: milliseconds('writePairs'),
        readSource: milliseconds('readSource'),
        forceScore: milliseconds('forceScore'),
        answer: milliseconds('answer'),
      },
      steps: Number.NaN,
      millisecondsPerStep: milliseconds('perStep'),
      bytesToJsPerStep: value.bytesToJsPerStep,
      bytesFromJsPerStep: Number.NaN,
    });
  }
  const name = `our search on top of transformers.js, WASM, ${threads} threads`;
  return {
    name,
    loadSeconds: median(loads),
    runs,
    peakMegabytes: Math.max(...peaks.map((peak) => peak ?? Number.NaN)),
  };
}

/** `generate` on one copy of the summary per path. */
export async function measureGenerate(
  { browser, page: url }: Place,
  threads: number,
  request: ScoreRequest,
): Promise<Way> {
  const { value, peakMegabytes } = await onPage(browser, url, (page) =>
    page.evaluate(
      ([path, request, threads]) => window.benchGenerate(new URL(path, location.href).href, request, threads),
      [EXTRA_MODEL, request, threads] as const,
    ),
  );
  const { generate, force } = value.milliseconds;
  // Every pass reads the texts again, so there is no phase for it. There are no greedy answers.
  const times = { readSummary: NaN, writePairs: generate, readSource: NaN, forceScore: force, answer: NaN };
  const { quals, pairsKept, sourceTokens, summaryTokens, load } = value;
  const run: Scoring = {
    quals,
    pairsKept,
    sourceTokens,
    summaryTokens,
    paths: request.paths,
    milliseconds: generate + force,
    times,
    steps: NaN,
    millisecondsPerStep: NaN,
    bytesToJsPerStep: NaN,
    bytesFromJsPerStep: NaN,
  };
  const name = `transformers.js \`generate\`, WASM, ${threads} threads`;
  return { name, loadSeconds: load / 1000, runs: [run], peakMegabytes };
}

/** The score command's implementation; bytes copied to JavaScript are not counted there. */
export async function measureNative({ model }: Place, requests: readonly ScoreRequest[]): Promise<Way> {
  const started = performance.now();
  const opened = await openNativeModel(`public/models/${model}`);
  const loadSeconds = (performance.now() - started) / 1000;
  const runs: Scoring[] = [];
  for (const request of requests) {
    runs.push(await measureScore(opened, request, { bytesToJs: Number.NaN, bytesFromJs: Number.NaN }));
  }
  await opened.release();
  const name = `ours, onnxruntime-node, ${availableParallelism()} threads`;
  return { name, loadSeconds, runs, peakMegabytes: undefined };
}

/**
 * Milliseconds for only the matrix products of a step of 60 paths, in the same runtime. `which`: those of the weights only,
 * or with those of attention (training/qagen/steps/fixtures/bare_products.py).
 */
export async function measureFloor(
  { browser, page: url }: Place,
  threads: number,
  which: 'bare-products' | 'bare-products-attention',
): Promise<number> {
  const { value } = await onPage(browser, url, async (page) => {
    const bench = await page.evaluateHandle(() => window.startBench());
    const graph = new URL(`/bench/${which}.onnx`, url).href;
    return page.evaluate(([bench, graph, threads]) => bench.bareProducts(graph, threads, 60, 9), [
      bench,
      graph,
      threads,
    ] as const);
  });
  return value;
}
