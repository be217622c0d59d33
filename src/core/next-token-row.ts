/** One row of `NextTokens`, unpacked. */
import type { ForcedToken, NextTokens, TokenId } from './qagen-model.js';

/** The likeliest tokens of the path in `row`, likeliest first: `most` of them, or as many as are known. */
export function tokensInRow(
  { count, tokens, logProbs }: NextTokens,
  row: number,
  most: number = count,
): ForcedToken['alternatives'] {
  return Array.from({ length: Math.min(most, count) }, (_, place) => ({
    token: tokens[row * count + place] as TokenId,
    logProb: logProbs[row * count + place] as number,
  }));
}
