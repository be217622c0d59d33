/** Tiny random models of three kinds, compared with values from PyTorch (training/qagen/steps/fixtures/tiny_generic.py). */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Cancelled } from '../../core/cancelled.js';
import { diverseBeamSearch } from '../../core/quals/search/diverse-beam-search.js';
import { openGenericModel } from './open-generic-model.js';

interface Golden {
  readonly separator: string;
  readonly tokenisation: readonly { text: string; ids: number[] }[];
  readonly nextTokens: readonly { text: string; beginning: number[]; tokens: number[]; logProbs: number[] }[];
  readonly forced: readonly { text: string; sequence: number[]; logProbs: number[] }[];
}

const TOLERANCE = 1e-3;
const go = (): Promise<void> => Promise.resolve();

function expectClose(found: readonly number[], wanted: readonly number[]): void {
  expect(found.length).toBe(wanted.length);
  wanted.forEach((value, place) => {
    expect(Math.abs((found[place] ?? Number.NaN) - value), `place ${place}`).toBeLessThan(TOLERANCE);
  });
}

/** `start`: the causal model was trained with one before a question; the others define theirs in their configuration. */
const KINDS = [
  { kind: 'llama', start: '<question>', special: ['<s>', '</s>', '<question>', '<sep>'] },
  { kind: 't5', start: undefined, special: ['<pad>', '</s>', '<sep>'] },
  { kind: 'bart', start: undefined, special: ['<s>', '<pad>', '</s>'] },
];

describe.each(KINDS)('a tiny $kind', async ({ kind, start, special }) => {
  const location = resolve('training/golden/generic', kind);
  const golden = JSON.parse(await readFile(`${location}/golden.json`, 'utf8')) as Golden;
  const model = await openGenericModel({ location, fromHub: false, separator: golden.separator, start });

  it.each(golden.tokenisation)('turns $text into the same tokens', ({ text, ids }) => {
    expect(model.encode(text)).toEqual(ids);
  });

  it('reads special tokens in a text as plain characters', () => {
    const { start: first, end } = model.tokens;
    const ids = model.encode(special.join(' '));
    expect(ids.length).toBeGreaterThan(2 * special.length);
    expect(ids).not.toContain(first);
    expect(ids).not.toContain(end);
    expect(model.decode([end, ...model.encode('Tom'), end])).toBe('Tom');
  });

  it.each(golden.nextTokens)('gives the same next tokens after $beginning', async (row) => {
    const prefix = await model.readText(model.encode(row.text), go);
    const { next } = await prefix.openPaths([row.beginning], row.tokens.length);
    expect([...next.tokens]).toEqual(row.tokens);
    expectClose([...next.logProbs], row.logProbs);
    prefix.release();
  });

  it.each(golden.forced)('forces $sequence alike', async ({ text, sequence, logProbs }) => {
    const prefix = await model.readText(model.encode(text), go);
    const [forced = []] = await prefix.forceScore([sequence], 5, go);
    expectClose(
      forced.map(({ logProb }) => logProb),
      logProbs,
    );
    expect(await prefix.forceScore([[], sequence.slice(0, 1)], 5, go)).toMatchObject([[], [{ token: sequence[0] }]]);
    prefix.release();
  });

  it('keeps paths apart that differ in length, order and number', async () => {
    const [row] = golden.forced;
    const { text, sequence, logProbs } = row ?? { text: '', sequence: [], logProbs: [] };
    const prefix = await model.readText(model.encode(text), go);
    const other = [40, 41];
    const paths = await prefix.openPaths([sequence.slice(0, 2), [], other, sequence.slice(0, 5)], 400);
    const alone = await prefix.openPaths([other], 400);
    const logProbOf = (path: number, place: number): number => {
      const { tokens, logProbs: values, count } = paths.next;
      const token = sequence[place] ?? -1;
      return values[path * count + tokens.subarray(path * count, (path + 1) * count).indexOf(token)] ?? Number.NaN;
    };
    const logProbAt = (...wanted: number[]): number[] => wanted.map((place) => logProbs[place] ?? Number.NaN);
    expectClose([logProbOf(0, 2), logProbOf(1, 0), logProbOf(3, 5)], logProbAt(2, 0, 5));
    // The same length as path 0, so that both run together.
    expectClose([logProbOf(2, 0)], [alone.next.logProbs[alone.next.tokens.indexOf(sequence[0] ?? -1)] ?? Number.NaN]);
    // Path 3 twice, path 0 once with a wrong token and once with the right one, path 1; path 2 ends.
    const following = [5, undefined, 5, 2, 0].map((place) => (place === undefined ? 40 : (sequence[place] ?? -1)));
    await paths.advance([3, 0, 3, 0, 1], following);
    await paths.advance(
      [2, 3, 4],
      [6, 3, 1].map((place) => sequence[place] ?? 0),
    );
    expectClose([logProbOf(0, 7), logProbOf(1, 4), logProbOf(2, 2)], logProbAt(7, 4, 2));
    paths.release();
    await expect(paths.advance([0], [5])).rejects.toThrow(/released/);
    prefix.release();
  });

  it('writes hypotheses in the search of the metric, the end token among them', async () => {
    const settings = { paths: 6, diversityStrength: 0.5, minLength: 3, maxLength: 6 };
    const prefix = await model.readText(model.encode('Tom sold 93 houses.'), go);
    const found = await diverseBeamSearch(prefix, model.tokens, settings, go);
    expect(found).toHaveLength(6);
    for (const { tokens } of found) {
      expect(tokens.at(-1)).toBe(model.tokens.end);
      expect(tokens.slice(0, -1)).not.toContain(model.tokens.start);
    }
    prefix.release();
  });

  it('reads a long text in parts, and can stop in between', async () => {
    let seen = 0;
    const stop = (): Promise<void> => (++seen === 2 ? Promise.reject(new Cancelled()) : Promise.resolve());
    await expect(model.readText(model.encode('Tom sold 93 houses. '.repeat(20)), stop)).rejects.toThrow(Cancelled);
  });
});
