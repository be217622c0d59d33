import { describe, expect, it } from 'vitest';
import { layoutCalibration } from './calibration-layout.js';

const calibration = {
  points: [
    { quals: -2, share: 0.1, low: 0, high: 0.2, near: 10, nearConsistent: 1 },
    { quals: -1, share: 0.5, low: 0.4, high: 0.7, near: 10, nearConsistent: 5 },
    { quals: 0, share: 0.9, low: 0.8, high: 1, near: 10, nearConsistent: 9 },
  ],
  rated: { consistent: [-1], inconsistent: [-5] },
};

describe('calibration', () => {
  it('fits its box', () => {
    // x from 44 to 432 for −2 to 0; y from 108 (0 %) to 32 (100 %).
    const layout = layoutCalibration(calibration, -1, 440, 144);
    expect(layout.curve).toBe('M44 100.4L238 70L432 39.6');
    expect(layout.score).toMatchObject({ x: 238, y: 70, share: 0.5, outside: false });
    expect(layout.xTicks.map(({ value }) => value)).toEqual([-2, -1.5, -1, -0.5, 0]);
    // Columns 4 px apart, 3 px from the plot; the tallest has 10 px.
    expect(layout.ratedConsistent).toBe('M238 29v-10');
    // Rated summaries beyond the axis are drawn at its end.
    expect(layout.ratedInconsistent).toBe('M46 111v10');
  });

  it('counts rated summaries in columns of one scale, the last within the axis', () => {
    const rated = { consistent: [-1], inconsistent: [-1.001, 0, 0, 0, 2] };
    const layout = layoutCalibration({ ...calibration, rated }, undefined, 440, 144);
    expect(layout.ratedConsistent).toBe('M238 29v-2.5');
    expect(layout.ratedInconsistent).toBe('M238 111v2.5M430 111v10');
  });

  it('says when a score is outside the rated range', () => {
    expect(layoutCalibration(calibration, -3, 440, 144).score).toMatchObject({ x: 44, outside: true });
    expect(layoutCalibration(calibration, undefined, 440, 144).score).toBeUndefined();
  });
});
