import { expect, it } from 'vitest';
import { directionOf } from './text-direction.js';

it.each([
  ['', 'ltr'],
  ['א', 'rtl'],
  // A thousand characters decide.
  [`${' '.repeat(999)}א`, 'rtl'],
  [`${' '.repeat(1000)}א`, 'ltr'],
  ['12 % – “An article”', 'ltr'],
  ['12 % – «כתבה» in English', 'rtl'],
  ['مقال', 'rtl'],
  ['日本語', 'ltr'],
])('%j runs %s', (text, direction) => {
  expect(directionOf(text)).toBe(direction);
});
