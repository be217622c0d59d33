import { expect, it } from 'vitest';
import { type FileFault, fileFault, scoredOn } from './record-words.js';

it.each<[FileFault, RegExp]>([
  [{ kind: 'newer', version: 3 }, /newer version of QUALS made a\.json \(format 3\)/],
  [{ kind: 'damaged', field: 'pairs.0.quals' }, /a\.json is damaged: “pairs\.0\.quals” is missing or wrong/],
  [{ kind: 'unknown-format' }, /a\.json is not a saved QUALS result/],
  [{ kind: 'not-json' }, /a\.json is not a complete JSON file/],
  [{ kind: 'unreadable' }, /could not read a\.json/],
  [{ kind: 'too-large', bytes: 250e6, limit: 100e6 }, /a\.json has 250\sMB\. A saved result has at most 100\sMB/],
])('says why a file cannot be opened: $kind', (fault, words) => {
  expect(fileFault(fault, 'a.json')).toMatch(words);
});

it('says when and on what a result was made, as far as it is known', () => {
  const run = { device: 'webgpu', detail: 'Apple M2', seconds: 9.3, requests: 0 } as const;
  expect(scoredOn('2026-11-29T12:00:00.000Z', run)).toBe('Scored on Nov 29, 2026 with WebGPU (Apple M2) in 9.3\u00a0s');
  expect(scoredOn(null, undefined)).toBe('');
});
