import { expect, it } from 'vitest';
import { MATCHED, presetOf, PRESETS, RELEASED, SEARCH } from './protocol.js';

it('searches with 60 paths by default, and with 20 in the quick preset', () => {
  expect(MATCHED.search.paths).toBe(60);
  expect(RELEASED.search.paths).toBe(60);
  expect(PRESETS.quick).toEqual({ ...SEARCH, paths: 20 });
});

it('names a preset by its paths, and no other number', () => {
  expect([60, 20, 21].map((paths) => presetOf({ paths }))).toEqual(['full', 'quick', undefined]);
});
