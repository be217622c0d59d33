import { expect, it } from 'vitest';
import { DownloadRate } from './download-rate.js';

it('is the slope over the last five seconds', () => {
  const rate = new DownloadRate();
  rate.add(0, 0);
  expect(rate.bytesPerSecond()).toBeUndefined();
  rate.add(2_000, 1_000);
  expect(rate.bytesPerSecond()).toBe(500);
  rate.add(7_000, 11_000);
  expect(rate.bytesPerSecond()).toBe(2_000);
});

it('knows nothing while nothing arrives', () => {
  const rate = new DownloadRate();
  rate.add(0, 700);
  rate.add(3_000, 700);
  expect(rate.bytesPerSecond()).toBeUndefined();
});

it('starts again when the count does', () => {
  const rate = new DownloadRate();
  rate.add(0, 500);
  rate.add(1_500, 900);
  rate.add(1_600, 0);
  expect(rate.bytesPerSecond()).toBeUndefined();
});
