/** The likeliest tokens at a place, which the figure shows and answers follow. */
import type { ForcedToken, NextTokens, TokenId } from '../qagen-model.js';

/** Shown at each place of the figure. */
export const ALTERNATIVES = 5;

/** The likeliest next tokens of the path in `row`, as forcing would give them. */
export function alternativesIn({ count, tokens, logProbs }: NextTokens, row: number): ForcedToken['alternatives'] {
  return Array.from({ length: Math.min(ALTERNATIVES, count) }, (_, place) => ({
    token: tokens[row * count + place] as TokenId,
    logProb: logProbs[row * count + place] as number,
  }));
}
