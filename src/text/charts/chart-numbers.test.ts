import { describe, expect, it } from 'vitest';
import {
  difference,
  ordinal,
  powerOfTen,
  probabilityOf,
  shortProbability,
  times,
  timesAsLikely,
} from './chart-numbers.js';

describe('numbers of the charts', () => {
  it.each([
    [0.932, '0.932'],
    [0.9999, 'over 0.999'],
    [0.0012, '0.0012'],
    [0.00096, '0.00096'],
    [0.0000048, '0.0000048'],
    [4.8e-12, '4.8 × 10⁻¹²'],
    [9.97e-12, '1.0 × 10⁻¹¹'],
  ])('writes the probability %d as %s', (value, expected) => {
    expect(probabilityOf(Math.log(value))).toBe(expected);
  });

  it('keeps probabilities that a double cannot hold', () => {
    // e^-1000 = 10^(-1000 / 2.302585) = 10^-434.2945 = 10^0.7055 · 10^-435 = 5.08 · 10^-435
    expect(probabilityOf(-1000)).toBe('5.1 × 10⁻⁴³⁵');
    expect(probabilityOf(0)).toBe('1');
  });

  it.each([
    [0.934, '.93'],
    [0.996, '1'],
    [0.02, '.02'],
    [0.004, '<.01'],
    [0.0005, '≈0'],
  ])('writes %d on the chart as %s', (value, expected) => {
    expect(shortProbability(Math.log(value))).toBe(expected);
  });

  it.each([
    [1.3, '1.3'],
    [48.4, '48'],
    [194_166, '194,000'],
    [196_400, '196,000'],
    [9.97, '10'],
    [2.24e8, '224 million'],
    [1.24e12, '1.24 trillion'],
    [1.24e17, '1.2 × 10¹⁷'],
  ])('writes the ratio %d as %s', (ratio, expected) => {
    expect(times(Math.log(ratio))).toBe(expected);
  });

  it('says the direction of a ratio', () => {
    expect(timesAsLikely(Math.log(0.5))).toBe('2.0 times less likely');
    expect(timesAsLikely(Math.log(12))).toBe('12 times more likely');
    expect(timesAsLikely(-0.04)).toBe('as likely');
  });

  it('writes differences with a true minus and never minus zero', () => {
    expect(difference(-12.19)).toBe('−12.2');
    expect(difference(-0.34)).toBe('−0.34');
    expect(difference(-0.001)).toBe('0.00');
    expect(difference(-0.999)).toBe('−1.0');
  });

  it('writes ordinals and powers', () => {
    expect([1, 2, 3, 4, 11, 12, 13, 21, 41, 1202].map(ordinal)).toEqual([
      '1st',
      '2nd',
      '3rd',
      '4th',
      '11th',
      '12th',
      '13th',
      '21st',
      '41st',
      '1,202nd',
    ]);
    expect([0, -1, -12, 3].map(powerOfTen)).toEqual(['10⁰', '10⁻¹', '10⁻¹²', '10³']);
  });
});
