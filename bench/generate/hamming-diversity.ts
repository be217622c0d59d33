/** Diversity as a logits processor: penalises tokens that earlier rows of the batch take at the same step. */
import { LogitsProcessor, type Tensor } from '@huggingface/transformers';

/** `HammingDiversityLogitsProcessor` of transformers, with one row per group; transformers.js has none. */
export class HammingDiversity extends LogitsProcessor {
  constructor(
    /** Subtracted from a logit for each earlier row that takes its token. */
    private readonly strength: number,
    /** Rows with this token have ended and take no more tokens. */
    private readonly end: number,
    private readonly promptLength: number,
  ) {
    super();
  }

  /** `inputIds` [rows, tokens so far], `logits` float32 [rows, vocabulary], changed in place. */
  override _call(inputIds: bigint[][], logits: Tensor): Tensor {
    const vocabulary = logits.dims.at(-1) ?? 0;
    const values = logits.data as Float32Array;
    const taken = new Map<number, number>();
    inputIds.forEach((ids, row) => {
      if (ids.includes(BigInt(this.end), this.promptLength)) return;
      const own = values.subarray(row * vocabulary, (row + 1) * vocabulary);
      taken.forEach((times, token) => {
        own[token] = (own[token] ?? 0) - this.strength * times;
      });
      const best = likeliest(own);
      taken.set(best, (taken.get(best) ?? 0) + 1);
    });
    return logits;
  }
}

function likeliest(logits: Float32Array): number {
  let best = 0;
  for (let token = 1; token < logits.length; token++) {
    if ((logits[token] as number) > (logits[best] as number)) best = token;
  }
  return best;
}
