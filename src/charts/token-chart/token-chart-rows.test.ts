import { describe, expect, it } from 'vitest';
import { marksOf } from '../marks.js';
import type { Shape } from '../shapes/shapes.js';
import { sketchPair } from '../testing/sketch-pair.js';
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

  it('leaves out labels of the axis that have no room, and sets the first beside the word “Question”', () => {
    const labels = (width: number, exponent: number) => {
      const { shapes } = layoutRows({ marks: marksOf(pair, 'word', 'all'), scale: 'log', exponent, width });
      return shapes
        .flatMap((s) => (s.kind === 'text' && s.role === 'tick' ? [[s.text, s.x, s.anchor]] : []))
        .slice(0, -1);
    };
    // 338 − 78 − 60 = 200 px for four powers: all have room.
    expect(labels(338, 4)).toEqual([
      ['1', 278, 'middle'],
      ['.1', 228, 'middle'],
      ['.01', 178, 'middle'],
      ['10⁻³', 128, 'middle'],
      ['10⁻⁴', 78, 'middle'],
    ]);
    // Labels have 60 px, .3 of the width; 200 − 60 − 60 = 80 px for four powers, 20 apart: every second, 40 apart.
    expect(labels(200, 4)).toEqual([
      ['1', 140, 'middle'],
      ['.01', 100, 'middle'],
      ['10⁻⁴', 60, 'start'],
    ]);
  });

  it('puts the word “Answer” under its line', () => {
    const answer = rows.shapes.find((s) => s.role === 'part-answer');
    // Head 26, three rows of 27, 8 px: 115; the base line 18 px below.
    expect(answer).toMatchObject({ x: 8, y: 133 });
  });
});
