import { expect, it } from 'vitest';
import { MATCHED, PRESETS, RELEASED } from '../../core/protocol.js';
import { protocolLine, storedNote } from './settings-words.js';

it('names the protocol, the number of paths, and the quick preset', () => {
  expect(protocolLine(MATCHED)).toBe('Matched protocol, 60 paths');
  expect(protocolLine({ ...RELEASED, search: PRESETS.quick })).toBe('Released protocol, quick: 20 paths');
  expect(protocolLine({ ...MATCHED, search: { ...MATCHED.search, paths: 1 } })).toBe('Matched protocol, 1 path');
});

it('says what is stored on this device', () => {
  expect(storedNote(undefined, false, undefined)).toContain('has not been downloaded');
  expect(storedNote(undefined, true, undefined)).toContain('Parts of the model');
  expect(storedNote(97_100_000, true, true)).toBe(
    'The model with the program that runs it (97.1\u00a0MB), your texts (also those of closed tabs), settings and results, your batches and studies.',
  );
});

it('promises after a clearance nothing but the model', () => {
  expect(storedNote(97_100_000, true, false)).toMatch(
    /may clear all of this .* download the model again, but nothing else/,
  );
});
