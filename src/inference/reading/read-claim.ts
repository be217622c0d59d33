/** The support head on a claim: one pass of the body, two dot products per token, and the head's log-probabilities. */
import { type ClaimReading, linear, type SupportHead } from '../../core/first-look/support-head.js';
import type { Checkpoint, SpecialTokens, TokenId } from '../../core/qagen-model.js';
import type { PrefixTree } from '../graphs/body-graph.js';
import type { Head } from '../graphs/graphs.js';

/**
 * Reads `text <start> <marker> claim <start>`, of which `tree` already has `text <start>`. Hidden states are in CPU memory on
 * every device, so the two linear outputs need no graph.
 */
export async function readClaim(
  head: Head,
  tree: PrefixTree,
  support: SupportHead,
  { start }: SpecialTokens,
  claim: readonly TokenId[],
  checkpoint: Checkpoint,
): Promise<ClaimReading> {
  await checkpoint();
  const [nodes = []] = await tree.read([[support.marker, ...claim, start]]);
  const states = nodes.map((node) => tree.hiddenAt(node));
  await checkpoint();
  // The marker's state predicts the first token of the claim, each token's state the next one.
  const before = new Float32Array(claim.length * tree.width);
  claim.forEach((_, place) => {
    before.set(states[place] as Float32Array, place * tree.width);
  });
  const scores = await head.score(
    before,
    claim.map((token) => [token]),
    0,
  );
  return {
    tokenLogits: claim.map((_, place) => linear(support.token, states[place + 1] as Float32Array)),
    claimLogit: linear(support.claim, states.at(-1) as Float32Array),
    logProbs: scores.map(([score]) => score?.logProb ?? Number.NaN),
  };
}
