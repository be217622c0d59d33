import { expect, it } from 'vitest';
import { faultWords } from './faults.js';

it('puts the numbers of a fault into its words', () => {
  const fault = { code: 'source-too-long', detail: '', figures: { tokens: 9120, limit: 8130 } } as const;
  expect(faultWords(fault).reason).toContain('It has 9,120 tokens');
  expect(faultWords(fault).reason).toContain('the model reads 8,130');
});
