import { expect, it } from 'vitest';
import { mostKeptTokens } from './budgets.js';

// SmolLM2-135M: 30 layers of 3 heads of 64 float32 values, keys and values: 46,080 bytes a token.
const architecture = { layers: 30, width: 576, queryHeads: 9, keyValueHeads: 3, headSize: 64, vocabulary: 49152 };

it('keeps 2,048 tokens of the shipped model where its manifest says nothing', () => {
  expect(mostKeptTokens({ architecture, budgets: undefined })).toBe(2048);
  expect(mostKeptTokens({ architecture, budgets: {} })).toBe(2048);
});

it('keeps what the manifest allows, whole tokens alone', () => {
  expect(mostKeptTokens({ architecture, budgets: { keptBytes: 3 * 46_080 - 1 } })).toBe(2);
});
