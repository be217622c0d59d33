import { expect, it } from 'vitest';
import { inOrderOfDoubt, strongestOfAnswer } from './pair-doubt.js';

const look = {
  words: [
    { start: 0, end: 3, probability: 0.2 },
    { start: 4, end: 9, probability: 0.8 },
    { start: 10, end: 12, probability: 0.5 },
  ],
};
const over = (start: number, end: number, quals = -1) => ({ answerSpans: [{ start, end }], quals });

it('takes the strongest mark of the words that the answer touches', () => {
  expect(strongestOfAnswer(over(0, 5), look)).toBe(0.8);
  expect(strongestOfAnswer(over(9, 11), look)).toBe(0.5);
  expect(strongestOfAnswer(over(3, 4), look)).toBe(0);
});

it('puts the strongest mark first, and of equal marks the widest gap', () => {
  const [unmarked, weak, strong, wider] = [over(3, 4, -3), over(0, 3, -2), over(4, 9), over(4, 9, -1.5)];
  expect(inOrderOfDoubt([unmarked, weak, strong, wider], look)).toEqual([wider, strong, weak, unmarked]);
});
