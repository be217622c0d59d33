import { expect, it } from 'vitest';
import { coveredSpans } from './covered-spans.js';

const written = (answer: string, inSummary = true) => ({ question: '', answer, inSummary });

it('joins what overlaps and leaves out what is not in the summary', () => {
  const summary = 'The red barn burned on Monday.';
  const pairs = ['The', 'red barn', 'barn', 'barn burned', 'Monday'].map((answer) => written(answer));
  expect(
    coveredSpans([...pairs, written('Tuesday', false), written('on', false)], summary).map(({ start, end }) =>
      summary.slice(start, end),
    ),
  ).toEqual(['The', 'red barn burned', 'Monday']);
});

it('finds every place of an answer', () => {
  expect(coveredSpans([written('a')], 'a b a')).toEqual([
    { start: 0, end: 1 },
    { start: 4, end: 5 },
  ]);
});

it('gives offsets into the summary as it was typed', () => {
  const summary = ' The  depth soun\u00adder\n';
  const [span] = coveredSpans([written('depth sounder')], summary);
  expect(summary.slice(span?.start, span?.end)).toBe('depth soun\u00adder');
});
