/** The GPU kernels that select and rank tokens, compared with a full sort. They run on SwiftShader, a software GPU. */
import { expect, type Page } from '@playwright/test';
import { test } from '../page-test.js';
import config from '../../playwright.config.js';
import type * as Ranks from '../../src/inference/gpu/gpu-token-ranks.js';
import type * as Selection from '../../src/inference/gpu/gpu-token-selection.js';
import { type Served, serveWorkerPage } from './serve-worker-page.js';

const launchOptions = config.use?.launchOptions ?? {};
const SOFTWARE_GPU = ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader'];
test.use({ launchOptions: { ...launchOptions, args: [...(launchOptions.args ?? []), ...SOFTWARE_GPU] } });
test.setTimeout(120_000);

const MODULE = '/src/inference/gpu/gpu-token-selection.ts';
const RANKS = '/src/inference/gpu/gpu-token-ranks.ts';

let served: Served;
test.beforeAll(async () => {
  served = await serveWorkerPage();
});
test.afterAll(() => served.close());

/** Results of the kernel and of a full sort in float64 for the same rows. */
async function compare(
  page: Page,
  rows: readonly (readonly number[])[],
  count: number,
): Promise<{ readonly found: number[]; readonly expected: number[]; readonly farthest: number }> {
  await page.goto(served.url);
  return page.evaluate(
    async ([path, rows, count]) => {
      const { GpuTokenSelection } = (await import(/* @vite-ignore */ path)) as typeof Selection;
      const device = await (await navigator.gpu.requestAdapter())?.requestDevice();
      if (!device) throw new Error('No WebGPU.');
      const vocabulary = rows[0]?.length ?? 0;
      const logits = Float32Array.from(rows.flat());
      const buffer = device.createBuffer({
        size: logits.byteLength,
        usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST,
      });
      device.queue.writeBuffer(buffer, 0, logits);
      const selection = await GpuTokenSelection.create(device, vocabulary);
      const next = await selection.select(buffer, rows.length, count, 1);
      const expected: number[] = [];
      let farthest = 0;
      rows.forEach((_, row) => {
        const own = [...logits.subarray(row * vocabulary, (row + 1) * vocabulary)];
        const total = Math.log(own.reduce((sum, logit) => sum + Math.exp(logit), 0));
        const order = own.map((_, token) => token).sort((a, b) => (own[b] ?? 0) - (own[a] ?? 0) || a - b);
        order.slice(0, count).forEach((token, rank) => {
          expected.push(token);
          const off = (next.logProbs[row * count + rank] ?? NaN) - ((own[token] ?? NaN) - total);
          farthest = Math.max(farthest, Math.abs(off));
        });
        farthest = Math.max(farthest, Math.abs((next.endLogProbs[row] ?? NaN) - ((own[1] ?? NaN) - total)));
      });
      return { found: [...next.tokens], expected, farthest };
    },
    [MODULE, rows, count] as const,
  );
}

/** Evenly spread numbers, the same in every run. */
function spread(length: number, seed: number): number[] {
  return Array.from({ length }, (_, place) => (((place + 1) * seed * 0.6180339887498949) % 1) * 24 - 16);
}

test('finds the likeliest tokens in order, with their log-probabilities', async ({ page }) => {
  const { found, expected, farthest } = await compare(page, [spread(5000, 1), spread(5000, 7), spread(5000, 13)], 122);
  expect(found).toEqual(expected);
  expect(farthest).toBeLessThan(2e-5);
});

test('of equal logits it takes those with the smaller ids, and no more than asked for', async ({ page }) => {
  const few = spread(700, 3).map(Math.round);
  const zeros = few.map((logit, token) => (logit === 0 && token % 2 === 0 ? -0 : logit));
  const { found, expected } = await compare(page, [few, zeros, few.map(() => 2)], 50);
  expect(found).toEqual(expected);
});

test('a vocabulary that is wanted whole comes whole', async ({ page }) => {
  const { found, expected } = await compare(page, [spread(40, 5)], 40);
  expect(found).toEqual(expected);
});

test('logits that are not numbers are refused', async ({ page }) => {
  const broken = spread(300, 2).map((logit, token) => (token === 77 ? Number.NaN : logit));
  await expect(compare(page, [broken], 10)).rejects.toThrow('logits that are not numbers');
});

test('gives forced tokens the logit and the rank that a full sort gives them', async ({ page }) => {
  const tied = spread(700, 3).map(Math.round);
  const rows = [spread(700, 11), tied, tied.map((logit, token) => (logit === 0 && token % 2 === 0 ? -0 : logit))];
  await page.goto(served.url);
  const { found, expected } = await page.evaluate(
    async ([path, rows]) => {
      const { GpuTokenRanks } = (await import(/* @vite-ignore */ path)) as typeof Ranks;
      const device = await (await navigator.gpu.requestAdapter())?.requestDevice();
      if (!device) throw new Error('No WebGPU.');
      const logits = Float32Array.from(rows.flat());
      const usage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST;
      const buffer = device.createBuffer({ size: logits.byteLength, usage });
      device.queue.writeBuffer(buffer, 0, logits);
      const vocabulary = rows[0]?.length ?? 0;
      // Several tokens of a row, rows in no order, and one row twice.
      const wanted = [2, 0, 1, 1, 2].flatMap((row, turn) =>
        [0, 17 + turn, 350, vocabulary - 1].map((token) => ({ row, token })),
      );
      const found = await (await GpuTokenRanks.create(device, vocabulary)).rank(buffer, rows.length, wanted);
      const expected = wanted.map(({ row, token }) => {
        const own = [...logits.subarray(row * vocabulary, (row + 1) * vocabulary)];
        const order = own.map((_, id) => id).sort((a, b) => (own[b] ?? 0) - (own[a] ?? 0) || a - b);
        return { logit: own[token], rank: order.indexOf(token) + 1 };
      });
      return { found, expected };
    },
    [RANKS, rows] as const,
  );
  expect(found).toEqual(expected);
});
