import { expect, it } from 'vitest';
import { MATCHED, PRESETS, RELEASED } from '../core/protocol.js';
import { protocolLine } from './settings-words.js';

it('names the protocol, the number of paths, and the quick preset', () => {
  expect(protocolLine(MATCHED)).toBe('Matched protocol, 60 paths');
  expect(protocolLine({ ...RELEASED, search: PRESETS.quick })).toBe('Released protocol, quick: 20 paths');
  expect(protocolLine({ ...MATCHED, search: { ...MATCHED.search, paths: 1 } })).toBe('Matched protocol, 1 path');
});
