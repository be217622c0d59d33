import { expect, it } from 'vitest';
import { markAfterKey } from './mark-keys.js';

it.each([
  ['ArrowRight', 3, 4],
  ['ArrowDown', 9, 9],
  ['ArrowLeft', 0, 0],
  ['ArrowUp', 3, 2],
  ['Home', 7, 0],
  ['End', 2, 9],
  ['a', 2, undefined],
])('%s leads from %d to %s', (key, from, to) => {
  expect(markAfterKey(key, from, 10)).toBe(to);
});
