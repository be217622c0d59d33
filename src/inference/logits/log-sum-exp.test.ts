import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { QualsError } from '../../core/errors.js';
import { logSumExp } from './log-sum-exp.js';

describe('logSumExp', () => {
  it('is ln 2 for two zeros, and keeps large logits', () => {
    expect(logSumExp(Float32Array.of(0, 0))).toBeCloseTo(Math.LN2, 13);
    expect(logSumExp(Float32Array.of(1000, 1000))).toBeCloseTo(1000 + Math.LN2, 12);
    expect(logSumExp(Float32Array.of(-1000, -1001))).toBeCloseTo(-1000 + Math.log1p(Math.exp(-1)), 12);
  });

  it('does not lose small terms: 49,152 tokens at one level', () => {
    expect(logSumExp(new Float32Array(49152).fill(-3))).toBeCloseTo(Math.log(49152) - 3, 12);
  });

  it('ignores terms that are too small, −Infinity included', () => {
    expect(logSumExp(Float32Array.of(5, -1000, Number.NEGATIVE_INFINITY))).toBe(5);
  });

  it('agrees with Math.exp', () => {
    const logits = fc.float({ noNaN: true, min: -800, max: 100 });
    fc.assert(
      fc.property(fc.array(logits, { minLength: 1, maxLength: 300 }), (values) => {
        const row = Float32Array.from(values);
        const max = Math.max(...row);
        const expected = max + Math.log(row.reduce((sum, logit) => sum + Math.exp(logit - max), 0));
        expect(Math.abs(logSumExp(row) - expected)).toBeLessThan(1e-12);
      }),
    );
  });

  it('refuses NaN', () => {
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => logSumExp(Float32Array.of(0, bad))).toThrow(QualsError);
    }
  });
});
