import { describe, expect, it } from 'vitest';
import type { ScoredPair } from '../../core/score.js';
import { scoreCaption } from './chart-words.js';

const base = { tokens: [{}, {}], sourceMean: -2.5, summaryMean: -0.5, generationMean: -1, answerGap: -3 };
const pair = (quals: number): ScoredPair => ({ ...base, quals }) as unknown as ScoredPair;

describe('the caption under a pair’s score', () => {
  it('names the mean of what is drawn, also where a stored score was rounded', () => {
    expect(scoreCaption(pair(-2))).toContain('mean of 2 token differences');
    expect(scoreCaption(pair(-1.99996))).toContain('mean of 2 token differences');
  });

  it('explains the released protocol’s score given the summary', () => {
    expect(scoreCaption(pair(-1.5))).toContain('released protocol');
  });
});
