import { expect, it } from 'vitest';
import { type AxisScore, layoutScores } from './score-axis-layout.js';

const score = (name: string, value: number, note = ''): AxisScore => ({ name, value, note, isBaseline: false });

it('has whole steps from below the lowest score to 0', () => {
  const { ticks, digits, left, right } = layoutScores([score('A', -0.858), score('B', -0.142)], 700);
  // At most eight steps: 0.1 would need nine.
  expect(ticks.map(({ value }) => value)).toEqual([-1, -0.75, -0.5, -0.25, 0]);
  expect(digits).toBe(2);
  expect([ticks[0]?.x, ticks.at(-1)?.x]).toEqual([left, right]);
});

it('keeps 0 and a positive score inside', () => {
  const { ticks, labels, right } = layoutScores([score('A', 0.03), score('B', -2)], 400);
  expect(ticks.at(-1)?.value).toBeGreaterThanOrEqual(0.03);
  expect(labels.every(({ x }) => x <= right)).toBe(true);
});

it('puts labels that would overlap in lanes, and none outside the width', () => {
  const scores = [-0.5, -0.5, -0.49, -2].map((value, index) =>
    score(`Summary ${index}`, value, '38 % judged consistent'),
  );
  for (const width of [280, 640, 1344]) {
    const { labels, lanes } = layoutScores(scores, width);
    for (const [index, a] of labels.entries()) {
      expect(a.labelX - a.labelWidth / 2).toBeGreaterThanOrEqual(0);
      expect(a.labelX + a.labelWidth / 2).toBeLessThanOrEqual(width);
      for (const b of labels.slice(index + 1)) {
        const apart = Math.abs(a.labelX - b.labelX) >= (a.labelWidth + b.labelWidth) / 2;
        expect(a.lane !== b.lane || apart).toBe(true);
      }
    }
    expect(lanes).toBe(Math.max(...labels.map(({ lane }) => lane)) + 1);
  }
});

it('draws one score, or equal ones, or 0, on a scale of their own', () => {
  for (const values of [[0], [-0.3], [-0.3, -0.3], [-60, -0.1]]) {
    const { ticks, labels } = layoutScores(
      values.map((value) => score('A', value)),
      300,
    );
    expect(ticks.length).toBeGreaterThan(1);
    expect(labels.every(({ x }) => Number.isFinite(x))).toBe(true);
  }
});
