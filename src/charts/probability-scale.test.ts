import { describe, expect, it } from 'vitest';
import { shareOfAxis, sharedExponent, suggestedScale, ticks } from './probability-scale.js';
import { sketchPair } from './testing/sketch-pair.js';

const pairWithLeast = (least: number) =>
  sketchPair([['a', 0.5, 0.5]], ['', 0.9, 0.9], [[' b', 0.9, least]], ['', 0.9, 0.9]);

describe('probability axis', () => {
  it.each([
    [0.0000048, 7], // −log₁₀ = 5.32; + .9 → 6.22
    [0.5, 2], // .30 + .9 → 1.2
    [0.9, 2], // the least is then .5 itself
    [1e-20, 23], // 20 × 1.12 = 22.4
  ])('ends below a least probability of %d at 10^-%d', (least, exponent) => {
    expect(sharedExponent([pairWithLeast(least), pairWithLeast(0.9)], 'word', 'all')).toBe(exponent);
  });

  it('is log if a linear axis would hide an answer', () => {
    expect(suggestedScale([pairWithLeast(0.9), pairWithLeast(0.009)])).toBe('log');
    expect(suggestedScale([pairWithLeast(0.011)])).toBe('linear');
    expect(suggestedScale([])).toBe('linear');
  });

  it('places probabilities', () => {
    expect(shareOfAxis(Math.log(0.25), 'linear', 7)).toBeCloseTo(0.25, 12);
    expect(shareOfAxis(Math.log(0.01), 'log', 4)).toBeCloseTo(0.5, 12);
    expect(shareOfAxis(0, 'log', 4)).toBe(1);
    expect(shareOfAxis(-1000, 'log', 4)).toBe(0);
  });

  it('has few ticks', () => {
    expect(ticks('linear', 7).map(({ value }) => value)).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expect(ticks('log', 7).map(({ power }) => -(power ?? NaN))).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(ticks('log', 10).map(({ share }) => Number(share.toFixed(3)))).toEqual([1, 0.8, 0.6, 0.4, 0.2, 0]);
    expect(ticks('log', 400).length).toBeLessThanOrEqual(9);
  });
});
