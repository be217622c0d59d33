import { expect, it } from 'vitest';
import { carryMarks } from './carry-marks.js';
import { wordSpans } from './word-marks.js';

const BEFORE = 'He won 27 of 30 bouts.';
const marks = wordSpans(BEFORE).map((span, place) => ({ ...span, probability: place / 10 }));
const kept = (after: string): string[] =>
  carryMarks(marks, BEFORE, after).map(({ start, end, probability }) => `${after.slice(start, end)} ${probability}`);

it.each([
  [BEFORE, ['He 0', 'won 0.1', '27 0.2', 'of 0.3', '30 0.4', 'bouts 0.5']],
  // The changed number loses its mark; words after it move.
  ['He won 18 of 30 bouts.', ['He 0', 'won 0.1', 'of 0.3', '30 0.4', 'bouts 0.5']],
  // One more digit makes another number.
  ['He won 271 of 30 bouts.', ['He 0', 'won 0.1', 'of 0.3', '30 0.4', 'bouts 0.5']],
  ['He won 2', ['He 0', 'won 0.1']],
  ['', []],
])('after an edit to %j it keeps %j', (after, expected) => {
  expect(kept(after)).toEqual(expected);
});
