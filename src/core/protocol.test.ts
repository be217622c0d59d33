import { expect, it } from 'vitest';
import { MATCHED, presetOf, PRESETS, RELEASED, SEARCH } from './protocol.js';

it('searches with 60 paths unless the quick preset is asked for', () => {
  expect(MATCHED.search.paths).toBe(60);
  expect(RELEASED.search.paths).toBe(60);
  expect(PRESETS.quick).toEqual({ ...SEARCH, paths: 20 });
});

it('names a preset by its paths, and no other number', () => {
  expect([60, 20, 21].map((paths) => presetOf({ paths }))).toEqual(['full', 'quick', undefined]);
});
