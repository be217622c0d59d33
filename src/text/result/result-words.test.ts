import { expect, it } from 'vitest';
import { pairOf } from './result-words.js';

it.each([
  [0, 10, 'Pair 1 of 10, widest gap'],
  [4, 10, 'Pair 5 of 10'],
  [9, 10, 'Pair 10 of 10, narrowest gap'],
  [0, 1, 'Pair 1 of 1'],
])('pair %d of %d is “%s”', (index, pairs, words) => {
  expect(pairOf(index, pairs)).toBe(words);
});
