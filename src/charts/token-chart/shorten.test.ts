import { expect, it } from 'vitest';
import { shorten } from './shorten.js';

it('counts characters as people count them', () => {
  expect(shorten('chink', 5)).toBe('chink');
  expect(shorten('chinks', 5)).toBe('chin…');
  expect(shorten('👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧', 2)).toBe('👨‍👩‍👧…');
});
