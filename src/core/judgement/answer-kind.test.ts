import { expect, it } from 'vitest';
import { answerKind } from './answer-kind.js';

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
