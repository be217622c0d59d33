import { describe, expect, it } from 'vitest';
import { agreement, compareAnswers } from './agreement.js';

const pair = (answer: string, fromSummary: string, fromArticle: string) => ({
  answer,
  summaryAnswer: { text: fromSummary },
  sourceAnswer: { text: fromArticle },
});

describe('agreement of answers', () => {
  it('is the mean F1 of the questions that come back', () => {
    const pairs = [
      // One of one and one of two tokens: F1 2/3.
      pair('Anthony Joshua', 'Anthony Joshua', 'Joshua'),
      pair('the chink', 'Chink.', 'a chink'),
      // The summary does not give "Lewis" back: left out, although the two answers are equal.
      pair('Lewis', 'Lennox', 'Lennox'),
    ];
    expect(agreement(pairs)).toBeCloseTo((2 / 3 + 1) / 2, 12);
    expect(compareAnswers(pairs).map(({ comesBack }) => comesBack)).toEqual([true, true, false]);
  });

  it('is no number where no question comes back', () => {
    expect(agreement([pair('Lewis', 'Lennox', 'Lennox')])).toBeUndefined();
    expect(agreement([])).toBeUndefined();
  });
});
