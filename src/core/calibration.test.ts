import { describe, expect, it } from 'vitest';
import { type Calibration, calibrationOf, judgementAt, orderedShare, ratedCount } from './calibration.js';
import { MATCHED, PRESETS, RELEASED } from './protocol.js';

const point = (quals: number, share: number, near: number) => ({
  quals,
  share,
  low: share - 0.1,
  high: share + 0.1,
  near,
  nearConsistent: near / 2,
});
const calibration: Calibration = {
  protocol: 'matched',
  paths: 60,
  points: [point(-2, 0.1, 10), point(-1, 0.5, 20), point(0, 0.9, 40)],
  rated: { consistent: [-0.5, -0.1], inconsistent: [-1.5] },
};

describe('judgementAt', () => {
  it('is linear between two points, with the counts of the nearer one', () => {
    const judgement = judgementAt(calibration, -0.75);
    expect(judgement.share).toBeCloseTo(0.6);
    expect(judgement.low).toBeCloseTo(0.5);
    expect(judgement.high).toBeCloseTo(0.7);
    expect(judgement).toMatchObject({ near: 20, nearConsistent: 10 });
    expect(judgementAt(calibration, -0.25)).toMatchObject({ near: 40, nearConsistent: 20 });
    expect(judgementAt(calibration, -1)).toMatchObject({ share: 0.5, near: 20 });
  });

  it('stays at its ends beyond them', () => {
    expect(judgementAt(calibration, -9)).toMatchObject({ share: 0.1, near: 10 });
    expect(judgementAt(calibration, 2)).toMatchObject({ share: 0.9, near: 40 });
  });

  it('needs at least one point', () => {
    expect(() => judgementAt({ points: [] }, 0)).toThrow(RangeError);
  });
});

it('applies only to its own protocol and number of paths', () => {
  const quick = { ...MATCHED, search: PRESETS.quick };
  const ofQuick: Calibration = { ...calibration, paths: 20 };
  expect(calibrationOf([ofQuick, calibration], MATCHED)).toBe(calibration);
  expect(calibrationOf([ofQuick, calibration], quick)).toBe(ofQuick);
  expect(calibrationOf([ofQuick, calibration], RELEASED)).toBeUndefined();
  expect(calibrationOf([calibration], quick)).toBeUndefined();
});

it('counts the couples that the score puts in the right order', () => {
  // Of 3 × 2 couples, −0.1 and −0.5 are above both, −2 is above none and ties with one.
  const rated = { consistent: [-0.1, -0.5, -2], inconsistent: [-1.5, -2] };
  expect(orderedShare({ rated })).toBeCloseTo(4.5 / 6);
  expect(() => orderedShare({ rated: { consistent: [-1], inconsistent: [] } })).toThrow(RangeError);
});

it('counts the rated of both kinds', () => {
  expect(ratedCount(calibration)).toBe(3);
});
