import { describe, expect, it } from 'vitest';
import { marksOf } from './marks.js';
import type { Shape } from './shapes.js';
import { sketchPair } from './testing/sketch-pair.js';
import { layoutRows } from './token-chart-rows.js';

const pair = sketchPair(
  [
    ['Who', 0.5, 0.25],
    ['?', 1, 1],
  ],
  ['', 0.5, 0.5],
  [[' Ann', 1, 0.01]],
  ['', 0.5, 0.5],
);

describe('rows', () => {
  const rows = layoutRows({ marks: marksOf(pair, 'word', 'all'), scale: 'linear', exponent: 3, width: 338 });

  it('places 27 px rows under each other, the answer below its own heading', () => {
    // Head 26; three rows; then 8 + 27 for the heading.
    expect(rows.targets.map(({ box }) => box.y)).toEqual([26, 53, 80, 142, 169]);
    expect(rows.height).toBe(169 + 27 + 6);
  });

  it('draws the bar above the stem, from the same line', () => {
    const bar = rows.shapes.find((s): s is Extract<Shape, { kind: 'rect' }> => s.role === 'bar');
    const ring = rows.shapes.find((s): s is Extract<Shape, { kind: 'circle' }> => s.role === 'ring');
    // Labels 78, numbers 52 + 8: 200 px are left for the axis.
    expect(bar).toMatchObject({ x: 78, width: 100, height: 8 });
    expect(ring).toMatchObject({ cx: 128 });
    expect((bar?.y ?? 0) + 8).toBeLessThanOrEqual((ring?.cy ?? 0) - 4);
  });

  it('writes each difference at the right', () => {
    const numbers = rows.shapes.filter((s) => s.kind === 'text' && s.anchor === 'end' && s.x === 334);
    expect(numbers.map((s) => (s.kind === 'text' ? [s.text, s.role] : []))).toEqual([
      ['−0.69', 'value'],
      ['0.00', 'value'],
      ['0.00', 'value'],
      ['−4.6', 'value-strong-answer'],
      ['0.00', 'value-answer'],
    ]);
  });
});
