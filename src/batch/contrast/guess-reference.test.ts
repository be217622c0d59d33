import { expect, it } from 'vitest';
import { guessReference } from './guess-reference.js';

it.each([
  [['bart', 'reference', 'lead-3'], 'reference'],
  [['T5', 'Gold', 'target'], 'Gold'],
  [['bart', 'highlights'], 'highlights'],
  [['generated', 'reference_summary'], 'reference_summary'],
  [['target', 'my target'], 'target'],
  // "preference" and "targeted" only contain a known name.
  [['preference', 'targeted-t5', 'goldfinch'], undefined],
  [[], undefined],
])('of %j: %s', (systems, reference) => {
  expect(guessReference(systems)).toBe(reference);
});
