import { expect, it } from 'vitest';
import { answerKind, hasOtherNumbers } from './answer-kind.js';

it.each([
  ['end of July', 'day'],
  ['Thursday morning', 'day'],
  ['5 June 2024', 'day'],
  ['600 people', 'number'],
  ['2.4 million pounds', 'number'],
  ['Harwick', 'words'],
  // No month inside a name.
  ['Maynard', 'words'],
])('%j is of the kind %s', (answer, kind) => {
  expect(answerKind(answer)).toBe(kind);
});

it.each([
  ['40cm', '40 centimetres', false],
  ['1,200', '1200 people', false],
  ['40.5', '40', true],
  ['5 June 2024', '6 June 2024', true],
  ['end of July', 'June', true],
])('%j and %j have other numbers: %j', (one, other, expected) => {
  expect(hasOtherNumbers(one, other)).toBe(expected);
});
