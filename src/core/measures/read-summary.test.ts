/** Log p of a summary against PyTorch's (training/golden/tiny.json), with the tiny model. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNativeModel } from '../../../cli/model/open-native-model.js';
import type { OnnxQAGenModel } from '../../inference/onnx-qagen-model.js';
import type { QAGenModel } from '../qagen-model.js';
import { MATCHED } from '../protocol.js';
import { TableModel } from '../testing/table-model.js';
import { readSummary } from './read-summary.js';
import { scoreWithMeasures } from './score-with-measures.js';

interface Golden {
  readonly claims: readonly { readonly source: string; readonly claim: string; readonly logProbs: readonly number[] }[];
}

const golden = JSON.parse(readFileSync('training/golden/tiny.json', 'utf8')) as Golden;
const go = async (): Promise<void> => undefined;
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

let model: OnnxQAGenModel;
beforeAll(async () => {
  model = await openNativeModel('public/models/tiny');
});
afterAll(() => model.release());

describe('log p of a summary given the article', () => {
  it.each(golden.claims)('is PyTorch’s for “$claim”', async ({ source, claim, logProbs }) => {
    const { logProb, tokens = [] } = await readSummary(model, { source, summary: claim }, go);
    expect(Math.abs(logProb - mean(logProbs))).toBeLessThan(1e-3);
    expect(tokens).toHaveLength(logProbs.length);
    tokens.forEach((token, place) => {
      expect(Math.abs(token.logProb - (logProbs[place] ?? Number.NaN))).toBeLessThan(1e-3);
    });
    // Every character that is no blank belongs to a token.
    const covered = new Set(
      tokens.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at)),
    );
    expect(Array.from(claim, (character, place) => /\s/.test(character) || covered.has(place))).not.toContain(false);
  });
});

it('a score with measures has the log p and the first look of this pass', async () => {
  const { source, claim: summary } = golden.claims[0] as Golden['claims'][0];
  const protocol = { ...MATCHED, search: { ...MATCHED.search, paths: 4 } };
  const control = { checkpoint: go, onProgress: () => undefined };
  const { measures, firstLook } = await scoreWithMeasures(model, { source, summary, protocol }, control);
  const pass = await readSummary(model, { source, summary }, go);
  expect(measures?.['sourceLogProb']).toBeCloseTo(pass.logProb, 4);
  expect(pass.firstLook).toBeDefined();
  expect(firstLook?.unsupported).toBeCloseTo(pass.firstLook?.unsupported ?? Number.NaN, 4);
  expect(firstLook?.words.map(({ start, end }) => summary.slice(start, end))).toEqual(summary.match(/\w+/g));
});

describe('a model without a support head', () => {
  /** After "Ann" comes "sings" with 1/2; all else has 1/4. */
  const table = (): QAGenModel & { readonly open: number } =>
    new TableModel(['', '', '', 'Ann', 'sings'], (_text, path) => [0, 0.25, 0, 0.25, path.at(-1) === 3 ? 0.5 : 0.25]);

  it('forces the summary behind the article, with offsets in the text as it was given', async () => {
    const subject = table();
    const reading = await readSummary(subject, { source: 'sings', summary: ' Ann\u200b  sings' }, go);
    expect(reading.tokens).toEqual([
      { start: 1, end: 4, logProb: Math.log(0.25) },
      { start: 7, end: 12, logProb: Math.log(0.5) },
    ]);
    expect(reading.logProb).toBeCloseTo((Math.log(0.25) + Math.log(0.5)) / 2, 12);
    expect(reading.firstLook).toBeUndefined();
    expect(subject.open).toBe(0);
  });

  it('reads a sentence that the summary repeats once, as a score does', async () => {
    const reading = await readSummary(table(), { source: 'sings', summary: 'Ann sings Ann\nAnn sings Ann' }, go);
    expect(reading.tokens?.map(({ start }) => start)).toEqual([0, 4, 10]);
  });

  it('marks nothing where decoding gives another text, but has the mean', async () => {
    const subject = Object.assign(table(), { decode: () => 'other' });
    const reading = await readSummary(subject, { source: 'sings', summary: 'Ann' }, go);
    expect(reading).toMatchObject({ tokens: undefined, logProb: Math.log(0.25) });
  });
});
