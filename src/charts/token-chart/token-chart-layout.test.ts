import { describe, expect, it } from 'vitest';
import { marksOf } from '../marks.js';
import type { Scale } from '../probability-scale.js';
import type { Role, Shape } from '../shapes/shapes.js';
import { sketchPair, type Sketch } from '../testing/sketch-pair.js';
import { hiddenMarks, layoutColumns, type ChartLayout } from './token-chart-layout.js';

const boundary: Sketch = ['', 0.9, 0.9];
const pair = sketchPair(
  [
    ['Who', 0.5, 0.25],
    [' won', 0.5, 0.5],
    ['?', 1, 0.75],
  ],
  boundary,
  [[' Ann', 1, 1e-6]],
  boundary,
);

const layout = (scale: Scale, width = 404, of = pair): ChartLayout =>
  layoutColumns({ marks: marksOf(of, 'word', 'all'), scale, exponent: 7, width, plotHeight: 196 });

function all<K extends Shape['kind']>(shapes: readonly Shape[], kind: K, role: Role): Extract<Shape, { kind: K }>[] {
  return shapes.filter((s): s is Extract<Shape, { kind: K }> => s.kind === kind && s.role === role);
}

describe('columns', () => {
  it('places six marks 38 px apart, with the answer and the special tokens set apart', () => {
    // (404 − 36 − 8 − 26) / 6 = 55.7, at most 38. Gaps: separator 6, answer 14, end 6.
    const lefts = layout('linear').targets.map(({ box }) => box.x);
    expect(lefts).toEqual([4, 42, 80, 124, 176, 220]);
  });

  it('draws bars up from the base line and rings beside them', () => {
    const { plot } = layout('linear');
    const [who] = all(plot, 'rect', 'bar');
    // Base 46 + 196 = 242; p = .5 is 98 px. Centre of the first column 4 + 19 = 23.
    expect(who).toMatchObject({ x: 12, y: 144, width: 10, height: 98 });
    expect(all(plot, 'circle', 'ring')[0]).toMatchObject({ cx: 29, cy: 242 - 49, r: 4 });
    expect(all(plot, 'line', 'stem')[0]).toMatchObject({ x1: 29, y1: 242, y2: 242 - 49 });
  });

  it('hangs the stem from the bar on a log scale: its length is the difference', () => {
    const { plot } = layout('log');
    const stem = all(plot, 'line', 'stem')[4];
    // ln 10⁶ = 13.8 nats = 6 of 7 decades of 196 px.
    expect(stem?.y1).toBeCloseTo(46, 9);
    expect(stem?.y2).toBeCloseTo(46 + 168, 9);
    expect(all(plot, 'text', 'value-strong-answer').map(({ text, y }) => [text, Math.round(y)])).toEqual([
      ['−13.8', 231],
    ]);
  });

  it('writes linear values only for answers that differ by more than .35', () => {
    expect(all(layout('linear').plot, 'text', 'value-answer').map(({ text }) => text)).toEqual(['1', '≈0']);
    expect(all(layout('linear').plot, 'text', 'value')).toEqual([]);
  });

  it('never shrinks below 24 px a mark but grows beyond its width', () => {
    const long = sketchPair(
      Array.from({ length: 30 }, (_, i): Sketch => [` word${String.fromCharCode(97 + i)}`, 0.5, 0.5]),
      boundary,
      [[' x', 0.5, 0.5]],
      boundary,
    );
    const wide = layout('linear', 404, long);
    expect(wide.targets).toHaveLength(33);
    expect(wide.targets.every(({ box }) => box.width === 24)).toBe(true);
    expect(wide.plotWidth).toBe(33 * 24 + 8 + 26);
    // Scrolled to the end: 826 + 36 − 404 = 458 px; the centre of mark i is 16 + 24 i, so 0 … 18 are hidden.
    expect(hiddenMarks(wide, 458, 404)).toEqual({ left: 19, right: 0 });
    expect(hiddenMarks(wide, 0, 404).left).toBe(0);
    expect(hiddenMarks(layout('linear'), 0, 404)).toEqual({ left: 0, right: 0 });
  });

  it('cuts long labels, and those near the axis to the room they have', () => {
    const words = sketchPair(
      [
        ['Extraordinarily', 0.5, 0.5],
        [' incomprehensibilities', 0.5, 0.5],
        [' counterintuitively', 0.5, 0.5],
      ],
      boundary,
      [],
      boundary,
    );
    const labels = all(layout('linear', 404, words).plot, 'text', 'label').map(({ text }) => text);
    expect(labels).toEqual(['Extraordin…', 'incomprehensi…', 'counterintuit…']);
  });

  it('has no question where only the answer is drawn', () => {
    const { ground } = layoutColumns({
      marks: marksOf(pair, 'word', 'answer'),
      scale: 'linear',
      exponent: 7,
      width: 404,
      plotHeight: 196,
    });
    expect(all(ground, 'text', 'part')).toEqual([]);
    expect(all(ground, 'line', 'divider')).toEqual([]);
    expect(all(ground, 'text', 'part-answer')).toHaveLength(1);
  });
});
