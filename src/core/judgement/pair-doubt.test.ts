import { expect, it } from 'vitest';
import { doubtOf, strongestOfAnswer } from './pair-doubt.js';

const look = {
  words: [
    { start: 0, end: 3, probability: 0.2 },
    { start: 4, end: 9, probability: 0.8 },
    { start: 10, end: 12, probability: 0.5 },
  ],
};
const over = (start: number, end: number) => ({ answerSpans: [{ start, end }], quals: -1 });

it('takes the strongest mark of the words that the answer touches', () => {
  expect(strongestOfAnswer(over(0, 5), look)).toBe(0.8);
  expect(strongestOfAnswer(over(9, 11), look)).toBe(0.5);
  expect(strongestOfAnswer(over(3, 4), look)).toBe(0);
});

it('adds the gap to the logit of the mark', () => {
  // ln(0.8 / 0.2) = ln 4.
  expect(doubtOf(over(4, 9), look)).toBeCloseTo(Math.log(4) + 1, 12);
  // Without a word: as for a probability of 0.0001.
  expect(doubtOf(over(3, 4), look)).toBeCloseTo(Math.log(1e-4 / 0.9999) + 1, 12);
});
