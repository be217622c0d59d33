import { expect, it } from 'vitest';
import { spokenMark } from './summary-words.js';

it.each([
  [undefined, -2.61, [1, 2], ' (gap −2.6, pairs 1 and 2) '],
  ['Lewis', -2.61, [3], ' (“Lewis”, gap −2.6, pair 3) '],
  ['Lewis', undefined, [3], ' (“Lewis”, pair 3) '],
  // Without a list of pairs beside the summary.
  [undefined, -2.61, [], ' (gap −2.6) '],
  [undefined, undefined, [], ''],
] as const)('a marked answer %s with gap %s and pairs %s is heard as “%s”', (answer, gap, pairs, heard) => {
  expect(spokenMark(answer, gap, pairs)).toBe(heard);
});
