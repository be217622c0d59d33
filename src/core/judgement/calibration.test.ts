import { describe, expect, it } from 'vitest';
import {
  calibrationOf,
  isBelowConsistent,
  judgementAt,
  orderedShare,
  ratedCount,
  standardCalibration,
  type Calibration,
} from './calibration.js';
import { MATCHED, PRESETS, RELEASED } from '../protocol.js';
import { methodOf } from '../method/scoring-method.js';

const point = (quals: number, share: number, near: number) => ({
  quals,
  share,
  low: share - 0.1,
  high: share + 0.1,
  near,
  nearConsistent: near / 2,
});
const calibration: Calibration = {
  method: methodOf(MATCHED, { id: 'tiny', version: '1' }),
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

describe('the calibration of a score', () => {
  const { method } = calibration;
  const quick = { ...method, search: PRESETS.quick };
  const ofQuick: Calibration = { ...calibration, method: quick };

  it('is the one that was made with the same method', () => {
    expect(calibrationOf([ofQuick, calibration], methodOf(MATCHED, method.model))).toBe(calibration);
    expect(calibrationOf([ofQuick, calibration], quick)).toBe(ofQuick);
  });

  it('is none where it was made with another', () => {
    expect(calibrationOf([ofQuick, calibration], methodOf(RELEASED, method.model))).toBeUndefined();
    expect(calibrationOf([calibration], quick)).toBeUndefined();
    expect(calibrationOf([calibration], methodOf(MATCHED, { id: 'tiny', version: '2' }))).toBeUndefined();
    expect(calibrationOf([calibration], { ...method, normalisation: 0 })).toBeUndefined();
  });

  it('is that of the standard protocol before there is a score', () => {
    expect(standardCalibration([ofQuick, calibration])).toBe(calibration);
    expect(standardCalibration([ofQuick])).toBeUndefined();
  });
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

it('says whether a score is below all that people judged consistent', () => {
  expect([-0.6, -0.5, -0.4].map((quals) => isBelowConsistent(calibration, quals))).toEqual([true, false, false]);
});
