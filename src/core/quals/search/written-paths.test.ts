import { expect, it } from 'vitest';
import type { DropReason, GeneratedPair } from '../../score.js';
import { SPECIAL, TableModel } from '../../testing/table-model.js';
import { writtenPaths } from './written-paths.js';

const [WHO, ANN] = [3, 4];
const { separator, end } = SPECIAL;
const model = new TableModel(['', '', '', 'Who', 'Ann'], () => []);
const written = (tokens: readonly number[]): GeneratedPair => ({
  tokens,
  logProbs: tokens.map((_, place) => -place),
  generationScore: -100,
  generationMean: -10,
});

it('names the part of each token and the outcome of each path', () => {
  const [kept, dropped] = [written([WHO, separator, ANN, end]), written([WHO, ANN, end])];
  const paths = writtenPaths([dropped, kept], new Map<GeneratedPair, DropReason>([[dropped, 'no-separator']]), model);
  expect(paths.map(({ fate }) => fate)).toEqual(['no-separator', 'kept']);
  expect(paths[1]?.tokens).toEqual([
    { token: WHO, text: 'Who', part: 'question', logProb: -0 },
    { token: separator, text: '', part: 'separator', logProb: -1 },
    { token: ANN, text: 'Ann', part: 'answer', logProb: -2 },
    { token: end, text: '', part: 'end', logProb: -3 },
  ]);
  expect(paths[0]?.tokens.map(({ part }) => part)).toEqual(['question', 'question', 'end']);
});

it('counts further separators as part of the answer', () => {
  const [path] = writtenPaths([written([WHO, separator, ANN, separator, end])], new Map(), model);
  expect(path?.tokens.map(({ part }) => part)).toEqual(['question', 'separator', 'answer', 'answer', 'end']);
});

it('refuses a path with a token without a log-probability', () => {
  expect(() => writtenPaths([{ ...written([WHO, end]), logProbs: [0] }], new Map(), model)).toThrow(RangeError);
});
