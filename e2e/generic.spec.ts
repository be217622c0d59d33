/** The benchmark's baseline does the same work: @huggingface/transformers in a browser gives the same QUALS. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from './page-test.js';
import { writeCausalModel } from '../bench/generic/write-causal-model.js';
import { EXTRA_MODEL, serve, type Served } from '../bench/serve.js';
import { goldenRows } from './worker/agreement.js';

const TOLERANCE = 1e-3;
const VOCABULARY = 512;
const BYTES_PER_LOGIT = 4;

let folder: string;
let served: Served;
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quals-generic-'));
  await writeCausalModel('public/models/tiny', folder);
  served = await serve(folder);
});
test.afterAll(async () => {
  await served.close();
  await rm(folder, { recursive: true });
});

const [row] = goldenRows('tiny').filter(
  ({ quals, kept, protocol }) => quals !== null && kept.length > 1 && protocol === 'matched',
);
if (!row) throw new Error('The golden values hold no summary with two pairs.');

test('the generic way agrees with PyTorch, moves full logits, and asks its own origin alone', async ({ page }) => {
  const origins = new Set<string>();
  page.context().on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith('http')) origins.add(origin);
  });
  await page.goto(served.page);
  await page.waitForFunction(() => 'benchGeneric' in window);
  const { source, summary, settings } = row;
  const { origin } = new URL(served.page);
  const request = { source, summary, paths: settings.paths, sourceTokens: 512, summaryTokens: 512 };
  const found = await page.evaluate(({ modelUrl, request }) => window.benchGeneric(modelUrl, request, 2), {
    modelUrl: origin + EXTRA_MODEL,
    request,
  });
  expect(Math.abs(found.quals - (row.quals ?? Number.NaN))).toBeLessThan(TOLERANCE);
  expect(Object.keys(found.seconds)).toEqual(expect.arrayContaining(['load', 'writePairs', 'forceScore', 'total']));
  // Equal paths run once, and the last steps hold fewer of them: half is a safe floor.
  expect(found.bytesToJsPerStep).toBeGreaterThan((settings.paths * VOCABULARY * BYTES_PER_LOGIT) / 2);
  expect([...origins]).toEqual([origin]);
});
