/** Log-probability, rank and alternatives at one position of a teacher-forced sequence, from its logits. */
import type { ForcedToken, TokenId } from '../../core/qagen-model.js';
import { rankOf, TokenSelection } from './likeliest-tokens.js';
import { logSumExp } from './log-sum-exp.js';

/** Reuses its buffers for each position. */
export class TokenScoring {
  private readonly selection: TokenSelection;
  private readonly best: Int32Array;

  /** `alternatives`: number of likeliest tokens per position, at most the vocabulary. */
  constructor(alternatives: number, vocabulary: number) {
    const count = Math.min(alternatives, vocabulary);
    this.selection = new TokenSelection(count, vocabulary);
    this.best = new Int32Array(count);
  }

  /** One entry for each of `tokens`, all at the position of `logits` [vocabulary]. */
  score(tokens: Iterable<TokenId>, logits: Float32Array): ForcedToken[] {
    const total = logSumExp(logits);
    this.selection.select(logits, this.best, 0);
    const logProb = (token: TokenId): number => (logits[token] as number) - total;
    const alternatives = Array.from(this.best, (token) => ({ token, logProb: logProb(token) }));
    return Array.from(tokens, (token) => ({
      token,
      logProb: logProb(token),
      rank: rankOf(token, logits),
      alternatives,
    }));
  }
}
