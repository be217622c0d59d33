import { expect, it } from 'vitest';
import { logProbStep } from './log-prob-scale.js';

it.each([
  [0, 0],
  [-0.99, 0],
  [-1, 1],
  [-2, 2],
  [-3.9, 2],
  [-4, 3],
  [-7, 4],
  [-30, 4],
])('puts log p %d in step %d', (logProb, step) => {
  expect(logProbStep(logProb)).toBe(step);
});
