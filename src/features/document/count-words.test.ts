import { expect, it } from 'vitest';
import { countWords } from './count-words.js';

it.each([
  ['', 0],
  [' \n\t ', 0],
  ['one', 1],
  ['  one two\n\nthree\u00a0four ', 4],
  ['a\tb\nc\vd\fe\rf g\u00a0h\u2028i\u2029j', 10],
  ['It’s 90,000 – not less.', 5],
])('%j has %i words', (text, words) => {
  expect(countWords(text)).toBe(words);
});
