import { expect, it } from 'vitest';
import { byteSize, clock, count, counted, megabytes, percent, probability, seconds, signed } from './numbers.js';

it('writes a true minus, and none before a zero', () => {
  expect(signed(-0.8584)).toBe('\u22120.858');
  expect(signed(-0.0004)).toBe('0.000');
  expect(signed(0.25, 1)).toBe('0.3');
});

it('never writes a certainty', () => {
  expect(percent(0)).toBe('under 1\u202f%');
  expect(percent(1)).toBe('over 99\u202f%');
  expect(percent(0.384)).toBe('38\u202f%');
  expect(probability(1e-9)).toBe('under .001');
  expect(probability(0.6432)).toBe('.643');
});

it('writes amounts as people read them', () => {
  expect(count(8130)).toBe('8,130');
  expect(counted(1, 'pair')).toBe('1 pair');
  expect(counted(2, 'pair')).toBe('2 pairs');
  expect(megabytes(97_060_000)).toBe('97.1\u00a0MB');
  expect([byteSize(11_200), byteSize(400_000)]).toEqual(['12\u00a0kB', '0.4\u00a0MB']);
  expect(clock(77_900)).toBe('1:17');
  expect(seconds(41.26)).toBe('41.3\u00a0s');
  expect(seconds(185.4)).toBe('3\u00a0min 5\u00a0s');
});
