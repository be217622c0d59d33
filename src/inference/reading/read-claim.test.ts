import { expect, it } from 'vitest';
import type { SupportHead } from '../../core/first-look/support-head.js';
import { CpuTree } from '../cpu/cpu-tree.js';
import type { ForkingRows } from '../cpu/cpu-rows.js';
import type { Head } from '../graphs/graphs.js';
import type { KeyValues } from '../graphs/key-values.js';
import { ClaimReader } from './read-claim.js';

const MARKER = 90;
const START = 91;
const go = async (): Promise<void> => undefined;
/** The logit of a token is its hidden state, that of a claim twice the last one. */
const SUPPORT = {
  marker: MARKER,
  token: { weight: [1], bias: 0 },
  claim: { weight: [2], bias: 0 },
} as unknown as SupportHead;

/** The hidden state of a token is the token; log p of a token is minus the token before it. Counts what is computed. */
function counted(): { reader: ClaimReader; read: number[]; scored: number[] } {
  const read: number[] = [];
  const scored: number[] = [];
  const openRows = (): ForkingRows => ({
    length: 0,
    advance: async ({ tokens }) => {
      read.push(...tokens.flat());
      return Float32Array.from(tokens.flat());
    },
    fork: () => openRows(),
    dispose: () => undefined,
  });
  const head = {
    score: async (hidden: Float32Array, wanted: readonly (readonly number[])[]) => {
      scored.push(...wanted.flat());
      return wanted.map(([token = 0], row) => [{ token, logProb: -(hidden[row] ?? 0), rank: 1, alternatives: [] }]);
    },
  } as unknown as Head;
  const prefix = { keyValues: { length: 0 } as KeyValues, startHidden: Float32Array.of(START) };
  return { reader: new ClaimReader(head, new CpuTree(prefix, 1, openRows), SUPPORT, { start: START }), read, scored };
}

it('reads marker, claim and start, and scores each token after the one before it', async () => {
  const { reader, read } = counted();
  expect(await reader.read([3, 4], go)).toEqual({
    tokenLogits: [3, 4],
    claimLogit: 2 * START,
    logProbs: [-MARKER, -3],
  });
  expect(read).toEqual([MARKER, 3, 4, START]);
});

it('reads an edited claim from its first changed token on', async () => {
  const { reader, read, scored } = counted();
  await reader.read([3, 4, 5], go);
  read.length = scored.length = 0;
  expect(await reader.read([3, 9, 5], go)).toMatchObject({ tokenLogits: [3, 9, 5], logProbs: [-MARKER, -3, -9] });
  expect(read).toEqual([9, 5, START]);
  expect(scored).toEqual([9, 5]);
});

it('computes nothing for a claim that it still keeps', async () => {
  const { reader, read, scored } = counted();
  const first = await reader.read([3, 4], go);
  await reader.read([5], go);
  read.length = scored.length = 0;
  expect(await reader.read([3, 4], go)).toEqual(first);
  expect([read, scored]).toEqual([[], []]);
});

it('starts anew when it keeps more than four claims of this length', async () => {
  const { reader, read } = counted();
  for (const token of [10, 20, 30, 40, 50]) await reader.read([token, token + 1, token + 2], go);
  // 5 nodes, then 4 more for each claim that shares the marker alone: 21 are more than 4 × 5.
  read.length = 0;
  expect((await reader.read([10, 11, 12], go)).tokenLogits).toEqual([10, 11, 12]);
  expect(read).toEqual([MARKER, 10, 11, 12, START]);
});

it('stops before it reads', async () => {
  const { reader, read } = counted();
  await expect(reader.read([3], () => Promise.reject(new Error('stopped')))).rejects.toThrow('stopped');
  expect(read).toEqual([]);
});
