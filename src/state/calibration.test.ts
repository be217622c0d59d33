import { expect, it } from 'vitest';
import { MATCHED, PRESETS, RELEASED } from '../core/protocol.js';
import { type Calibration, isCalibrated, judgementAt } from './calibration.js';

const point = (quals: number, share: number, near: number) => ({
  quals,
  share,
  low: share - 0.1,
  high: share + 0.1,
  near,
  nearConsistent: near / 2,
});
const calibration: Calibration = { points: [point(-2, 0.1, 10), point(-1, 0.5, 20), point(0, 0.9, 40)], rated: [] };

it('lies between two points on a straight line, with the counts of the nearer', () => {
  const judgement = judgementAt(calibration, -0.75);
  expect(judgement.share).toBeCloseTo(0.6);
  expect(judgement.low).toBeCloseTo(0.5);
  expect(judgement.high).toBeCloseTo(0.7);
  expect(judgement).toMatchObject({ near: 20, nearConsistent: 10 });
  expect(judgementAt(calibration, -0.25)).toMatchObject({ near: 40, nearConsistent: 20 });
});

it('stays at its ends beyond them', () => {
  expect(judgementAt(calibration, -9)).toMatchObject({ share: 0.1, near: 10 });
  expect(judgementAt(calibration, 2)).toMatchObject({ share: 0.9, near: 40 });
});

it('holds for the protocol and the number of paths that it was made with', () => {
  expect(isCalibrated(MATCHED)).toBe(true);
  expect(isCalibrated(RELEASED)).toBe(false);
  expect(isCalibrated({ ...MATCHED, search: PRESETS.quick })).toBe(false);
});
