import { describe, expect, it } from 'vitest';
import type { TokenPart, TokenScore } from '../score.js';
import { isClear, returnLogProb } from './round-trip.js';

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
