/** The shipped weights in transformers.js layout are the same model: its numbers agree with PyTorch and with the core's QUALS. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MATCHED, type SearchSettings } from '../../src/core/protocol.js';
import { scoreSummary } from '../../src/core/quals/score-summary.js';
import type { GenericQAGenModel } from '../../src/inference/generic/generic-qagen-model.js';
import { openGenericModel } from '../../src/inference/generic/open-generic-model.js';
import { SHIPPED_TOKENS } from './shipped-tokens.js';
import { writeCausalModel } from './write-causal-model.js';

interface Golden {
  readonly forced: readonly { text: string; sequence: number[]; logProbs: number[] }[];
  readonly quals: readonly {
    source: string;
    summary: string;
    protocol: string;
    settings: SearchSettings;
    quals: number | null;
  }[];
}

const TOLERANCE = 1e-3;
const golden = JSON.parse(await readFile('training/golden/tiny.json', 'utf8')) as Golden;
const go = (): Promise<void> => Promise.resolve();

let folder: string;
let model: GenericQAGenModel;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quals-causal-'));
  await writeCausalModel('public/models/tiny', folder);
  model = await openGenericModel({ location: folder, fromHub: false, ...SHIPPED_TOKENS });
});
afterAll(() => rm(folder, { recursive: true }));

describe('the tiny model as one graph with a cache', () => {
  it.each(golden.forced)('forces $sequence as PyTorch does', async ({ text, sequence, logProbs }) => {
    const prefix = await model.readText(model.encode(text), go);
    const [forced = []] = await prefix.forceScore([sequence], 1, go);
    forced.forEach(({ logProb }, place) => {
      expect(Math.abs(logProb - (logProbs[place] ?? Number.NaN))).toBeLessThan(TOLERANCE);
    });
    expect(forced).toHaveLength(logProbs.length);
  });

  const rows = golden.quals.filter(({ protocol, quals }) => protocol === 'matched' && quals !== null);
  it.each(rows)('scores $summary with $settings.paths paths alike', async ({ source, summary, settings, quals }) => {
    const protocol = { ...MATCHED, search: { ...MATCHED.search, ...settings } };
    const control = { checkpoint: go, onProgress: () => undefined };
    const result = await scoreSummary(model, { source, summary, protocol }, control);
    if (result.kind === 'unscorable') throw new Error('No pair was kept.');
    expect(Math.abs(result.quals - (quals ?? Number.NaN))).toBeLessThan(TOLERANCE);
  });
});
