/** The likeliest tokens of a row of logits, exactly and in order. */
import type { TokenId } from '../../core/qagen-model.js';

/** 1 for the likeliest token; for equal logits the smaller id ranks first. */
export function rankOf(token: TokenId, logits: Float32Array): number {
  const logit = logits[token] as number;
  let rank = 1;
  for (let other = 0; other < logits.length; other++) {
    const value = logits[other] as number;
    if (value > logit || (value === logit && other < token)) rank++;
  }
  return rank;
}

/** Number of candidates to gather before the weaker ones are discarded: sorts are rare and small. */
const SURPLUS = 3;

/** Finds the `count` likeliest tokens of a row in one pass. Reuses its buffers for each row. */
export class TokenSelection {
  private readonly candidates: Float64Array;
  private readonly logit = new Float32Array(1);
  private readonly logitBits = new Uint32Array(this.logit.buffer);

  /** `count` at most the vocabulary. */
  constructor(
    private readonly count: number,
    private readonly vocabulary: number,
  ) {
    this.candidates = new Float64Array(Math.min(vocabulary, count * (1 + SURPLUS)));
  }

  /** Writes `count` ids at `tokens[start]`: descending logits; for equal logits the smaller id first. */
  select(logits: Float32Array, tokens: Int32Array, start: number): void {
    const { candidates, count, vocabulary } = this;
    let held = 0;
    let threshold = Number.NEGATIVE_INFINITY;
    for (let token = 0; token < vocabulary; token++) {
      const logit = logits[token] as number;
      // A later id with an equal logit ranks lower, so it must be strictly larger.
      if (held >= count && logit <= threshold) continue;
      candidates[held++] = this.sortKey(logit, token);
      if (held === candidates.length && token < vocabulary - 1) {
        candidates.sort();
        candidates.copyWithin(0, held - count);
        held = count;
        threshold = logits[this.tokenOf(candidates[0] as number)] as number;
      }
    }
    const best = candidates.subarray(0, held).sort();
    for (let place = 0; place < count; place++) {
      tokens[start + place] = this.tokenOf(best[held - 1 - place] as number);
    }
  }

  /**
   * One number that sorts as (logit ascending, id descending): the float's bits in ascending order, then the id.
   * 32 bits and 17 to 18 bits of vocabulary fit the 53 of a double.
   */
  private sortKey(logit: number, token: TokenId): number {
    this.logit[0] = logit + 0; // −0 becomes 0, so that the two are equal here too
    const bits = this.logitBits[0] as number;
    const rising = bits & 0x80000000 ? ~bits >>> 0 : (bits | 0x80000000) >>> 0;
    return rising * this.vocabulary + (this.vocabulary - 1 - token);
  }

  private tokenOf(key: number): TokenId {
    return this.vocabulary - 1 - (key % this.vocabulary);
  }
}
