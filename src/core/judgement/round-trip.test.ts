import { describe, expect, it } from 'vitest';
import type { TokenPart, TokenScore } from '../score.js';
import { byClarity, clearFirst, firstAndLast, isClear, returnLogProb } from './round-trip.js';

const token = (part: TokenPart, probability: number) =>
  ({ part, summaryLogProb: Math.log(probability), sourceLogProb: 0 }) as TokenScore;

/** Two answer tokens and the end token; the product of their probabilities counts. */
const pair = (first: number, second: number, end: number) => ({
  tokens: [
    token('question', 0.01),
    token('separator', 0.5),
    token('answer', first),
    token('answer', second),
    token('end', end),
  ],
});

describe('the round trip of a pair', () => {
  it('multiplies the probabilities of answer and end, given the summary', () => {
    expect(returnLogProb(pair(0.5, 0.8, 0.9))).toBeCloseTo(Math.log(0.36), 12);
  });

  it('is clear from three tenths on', () => {
    expect(isClear(pair(0.5, 0.8, 0.9))).toBe(true);
    expect(isClear(pair(0.5, 0.8, 0.7))).toBe(false);
  });
});

it('keeps the order within clear and unclear pairs', () => {
  const [clear, unclear] = [pair(1, 1, 0.9), pair(1, 1, 0.1)];
  const pairs = [unclear, clear, { ...unclear }, { ...clear }];
  expect(byClarity(pairs)).toEqual({ clear: [1, 3], unclear: [0, 2] });
  expect(clearFirst(pairs)).toEqual([pairs[1], pairs[3], pairs[0], pairs[2]]);
  expect(clearFirst(pairs)[0]).toBe(pairs[1]);
});

it('shows the first and the last clear pair, or of all where there are too few', () => {
  const [clear, unclear] = [pair(1, 1, 0.9), pair(1, 1, 0.1)];
  expect(firstAndLast([unclear, clear, unclear, clear, unclear])).toEqual([1, 3]);
  expect(firstAndLast([unclear, clear, unclear])).toEqual([0, 2]);
  expect(firstAndLast([clear])).toEqual([0, 0]);
  expect(firstAndLast([])).toEqual([0, 0]);
});
