import { expect, it } from 'vitest';
import { spokenMark } from './summary-words.js';

it.each([
  [undefined, -2.61, undefined, [1, 2], ' (gap −2.6, pairs 1 and 2) '],
  [undefined, -2.61, 'six', [1, 2], ' (gap −2.6, darkest word “six”, pairs 1 and 2) '],
  ['Lewis', -2.61, undefined, [3], ' (“Lewis”, gap −2.6, pair 3) '],
  ['in six days', undefined, 'six', [3], ' (“in six days”, pair 3) '],
  // Without a list of pairs beside the summary.
  [undefined, -2.61, undefined, [], ' (gap −2.6) '],
  [undefined, undefined, undefined, [], ''],
] as const)('a marked answer %s with gap %s, darkest word %s and pairs %s is heard as “%s”', (...given) => {
  const [answer, gap, darkest, pairs, heard] = given;
  expect(spokenMark(answer, gap, darkest, pairs)).toBe(heard);
});
