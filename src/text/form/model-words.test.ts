import { RUNTIME_DEFINE } from '../../../runtime-build.js';
import { expect, it } from 'vitest';
import { consent } from './model-words.js';

it('states the size of the larger shipped runtime', () => {
  const size = RUNTIME_DEFINE.RUNTIME_BYTES;
  expect(consent(97_123_456)).toContain(
    `downloads 97.1\u00a0MB once, and at most ${(size / 1e6).toFixed(1)}\u00a0MB for`,
  );
});
