import { expect, it } from 'vitest';
import { answerKind, haveOtherValues } from './answer-kind.js';

it.each([
  ['end of July', 'day'],
  ['Thursday morning', 'day'],
  ['5 June 2024', 'day'],
  ['600 people', 'number'],
  ['2.4 million pounds', 'number'],
  ['Harwick', 'words'],
  // No month inside a name.
  ['Maynard', 'words'],
  ['Theresa May', 'words'],
  ['the march', 'words'],
  ['May', 'day'],
  ['late May', 'day'],
  ['10th May', 'day'],
  ['March 2019', 'day'],
  ['this May', 'day'],
])('%j is of the kind %s', (answer, kind) => {
  expect(answerKind(answer)).toBe(kind);
});

it.each([
  ['40cm', '40 centimetres', false],
  ['1,200', '1200 people', false],
  ['40.5', '40', true],
  ['5 June 2024', '6 June 2024', true],
  ['end of July', 'June', true],
  ['10 April', '10 May', true],
  ['March 2019', 'June 2019', true],
  ['Monday', 'Tuesday', true],
  ['£5 million', '£5 billion', true],
  ['£5m', '£5 million', false],
  ['5 June 2024', 'June 5', false],
  ['late July', 'July 2019', false],
  ['Theresa May', 'Boris Johnson', true],
  // The order of numbers counts, and how many there are.
  ['2-1', '1-1', true],
  ['3-2', '2-3', true],
  ['10 of 12', '12 of 10', true],
  ['10 to 20', '20', true],
  ['10 to 20 June', '20 June', true],
  // A weekday, a month or a scale alone is not the whole answer.
  ['on Monday in Paris', 'on Monday in Rome', true],
  ['early July', 'late July', true],
  ['early March 2019', 'late March 2019', true],
  ['two million', 'three million', true],
  ['the 5th of June', 'June 5', false],
  ['Monday 5 June', '5 June', false],
  ['2019 people', '2019', false],
])('%j and %j have other values: %j', (one, other, expected) => {
  expect(haveOtherValues(one, other)).toBe(expected);
});
