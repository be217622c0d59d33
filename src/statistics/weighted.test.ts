/** Rows that are all equal: an r needs two values of both. Other values of these statistics: src/features/batch/statistics/. */
import { describe, expect, it } from 'vitest';
import { estimate } from './bootstrap.js';
import { weightedPearson } from './weighted.js';

/** Binary holds 0 and 1 exactly, and none of the others. */
const CODES: readonly (readonly [number, number])[] = [
  [0, 1],
  [0.1, 0.9],
  [1.7, 4.3],
];
const SCORES = [-0.2, -0.5, -0.4, -1.3, -0.9, -2.1, -0.1, -0.7, -1.1, -0.3, -0.6, -1.6];
/** Three of twelve: in about one draw of thirty, none of the three is drawn. */
const IS_HIGH = [true, false, true, false, false, false, true, false, false, false, false, false];

const labelsOf = ([low, high]: readonly [number, number]): number[] => IS_HIGH.map((isHigh) => (isHigh ? high : low));

describe('Pearson’s r', () => {
  it.each(CODES)('has no value where all rows that count have one label, of %f and %f', (...code) => {
    const labels = labelsOf(code);
    for (const side of [true, false]) {
      const weights = Float64Array.from(IS_HIGH, (isHigh) => Number(isHigh === side));
      expect(weightedPearson(SCORES, labels, weights)).toBeNaN();
      expect(weightedPearson(labels, SCORES, weights)).toBeNaN();
    }
  });

  it('and its interval do not depend on the two numbers that code a label', async () => {
    const [plain, ...others] = await Promise.all(
      CODES.map((code) => {
        const labels = labelsOf(code);
        return estimate([...labels.keys()], (weights) => weightedPearson(SCORES, labels, weights));
      }),
    );
    // scipy 1.17.1, and NumPy 2.4.6 with 400,000 draws; a draw of one label alone has no r.
    expect(plain?.value).toBeCloseTo(0.5778221534279349, 12);
    expect(plain?.interval?.low).toBeCloseTo(0.317, 1);
    expect(plain?.interval?.high).toBeCloseTo(0.839, 1);
    for (const { value, interval } of others) {
      expect(value).toBeCloseTo(0.5778221534279349, 12);
      expect(interval?.low).toBeCloseTo(plain?.interval?.low ?? Number.NaN, 12);
      expect(interval?.high).toBeCloseTo(plain?.interval?.high ?? Number.NaN, 12);
    }
  });
});
