/** The likeliest tokens at a position. The figure shows them, and greedy answering uses them. */
import type { ForcedToken, NextTokens, TokenId } from '../qagen-model.js';

/** Number of tokens that the figure shows per position. */
export const ALTERNATIVES = 5;

/** The likeliest next tokens of the path in `row`, in the form that teacher forcing returns. */
export function alternativesIn({ count, tokens, logProbs }: NextTokens, row: number): ForcedToken['alternatives'] {
  return Array.from({ length: Math.min(ALTERNATIVES, count) }, (_, place) => ({
    token: tokens[row * count + place] as TokenId,
    logProb: logProbs[row * count + place] as number,
  }));
}
