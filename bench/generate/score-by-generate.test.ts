/** The baseline must be correct too: teacher forcing agrees with PyTorch, and pairs differ. */
import type { PreTrainedModel } from '@huggingface/transformers';
import { Tensor } from '@huggingface/transformers';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeCausalModel } from '../generic/write-causal-model.js';
import { HammingDiversity } from './hamming-diversity.js';
import { type OpenGenerate, openGenerate } from './open-generate.js';
import { forcedLogProbs, generatePairs, scoreByGenerate } from './score-by-generate.js';

interface Golden {
  readonly forced: readonly { text: string; sequence: number[]; logProbs: number[] }[];
}

const TOLERANCE = 1e-3;
const golden = JSON.parse(await readFile('training/golden/tiny.json', 'utf8')) as Golden;

let folder: string;
let model: PreTrainedModel;
let vocabulary: OpenGenerate['vocabulary'];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quals-generate-'));
  await writeCausalModel('public/models/tiny', folder);
  ({ model, vocabulary } = await openGenerate(folder));
});
afterAll(() => rm(folder, { recursive: true }));

describe('QUALS by generate', () => {
  it.each(golden.forced)('forces $sequence as PyTorch does', async ({ text, sequence, logProbs }) => {
    const prefix = [...vocabulary.encode(text), vocabulary.tokens.start];
    const forced = await forcedLogProbs(model, prefix, sequence);
    forced.forEach((logProb, place) => {
      expect(Math.abs(logProb - (logProbs[place] ?? Number.NaN))).toBeLessThan(TOLERANCE);
    });
    expect(forced).toHaveLength(logProbs.length);
  });

  it('writes finished pairs: the first is the likeliest, and others differ from it', async () => {
    const summary = vocabulary.encode(golden.forced[0]?.text ?? '');
    const pairs = await generatePairs(model, vocabulary, summary, 8);
    const [alone] = await generatePairs(model, vocabulary, summary, 1);
    expect(pairs.length).toBeGreaterThan(1);
    expect(pairs.every((pair) => pair.at(-1) === vocabulary.tokens.end && pair.length > 8)).toBe(true);
    expect(pairs[0]).toEqual(alone);
    expect(new Set(pairs.map(String)).size).toBeGreaterThan(1);
  });

  it('gives 0 for a text compared with itself', async () => {
    const text = vocabulary.encode(golden.forced[0]?.text ?? '');
    const { quals, pairsKept } = await scoreByGenerate(model, vocabulary, text, text, 20);
    expect(pairsKept).toBeGreaterThan(0);
    expect(quals).toBe(0);
  });
});

describe('HammingDiversity', () => {
  it('subtracts the strength for each earlier row with the same token, and ignores finished rows', () => {
    // Three rows of four tokens; 0 ends a row. The second row has ended after a prompt of one token.
    const logits = new Tensor('float32', [0, 2, 1, 0, 0, 0, 9, 0, 0, 2, 1.6, 0], [3, 4]);
    new HammingDiversity(0.5, 0, 1)._call([[5n, 7n], [5n, 0n], [5n, 7n]], logits); // prettier-ignore
    expect([...(logits.data as Float32Array)].map((value) => Math.round(value * 10) / 10)).toEqual([
      0, 2, 1, 0, 0, 0, 9, 0, 0, 1.5, 1.6, 0,
    ]);
  });
});
