/** From hidden states to the likeliest next tokens of each path. */
import type { NextTokens, TokenId } from '../../core/qagen-model.js';
import { TokenSelection } from './likeliest-tokens.js';
import { logSumExp } from './log-sum-exp.js';

/** A head, or a model that returns logits. */
export interface LikeliestTokens {
  readonly vocabulary: number;
  /** Likeliest tokens of each row of `hidden`; `count` at most the vocabulary. `end`: its log-probability is always included. */
  likeliest(hidden: Float32Array, count: number, end: TokenId): Promise<NextTokens>;
}

/** `hidden` float32 [rows, width]; path i is at row `rowOf[i]`. */
export async function nextTokens(
  head: LikeliestTokens,
  hidden: Float32Array,
  rowOf: readonly number[],
  wanted: number,
  end: TokenId,
): Promise<NextTokens> {
  return spread(await head.likeliest(hidden, Math.min(wanted, head.vocabulary), end), rowOf);
}

/** For a model whose `hidden` states are logits, float32 [rows, vocabulary], in memory. */
export function likeliestOfLogits(vocabulary: number): LikeliestTokens {
  return {
    vocabulary,
    likeliest: async (logits, count, end) => select(logits, vocabulary, count, end),
  };
}

function select(logits: Float32Array, vocabulary: number, count: number, end: TokenId): NextTokens {
  const rows = logits.length / vocabulary;
  const selection = new TokenSelection(count, vocabulary);
  const tokens = new Int32Array(rows * count);
  const logProbs = new Float64Array(rows * count);
  const endLogProbs = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    const ofRow = logits.subarray(row * vocabulary, (row + 1) * vocabulary);
    const total = logSumExp(ofRow);
    selection.select(ofRow, tokens, row * count);
    for (let place = row * count; place < (row + 1) * count; place++) {
      logProbs[place] = (ofRow[tokens[place] as TokenId] as number) - total;
    }
    endLogProbs[row] = (ofRow[end] as number) - total;
  }
  return { paths: rows, count, tokens, logProbs, endLogProbs };
}

/** One row for each path, copied from the distinct rows. */
function spread(distinct: NextTokens, rowOf: readonly number[]): NextTokens {
  if (rowOf.every((row, path) => row === path)) return distinct;
  const { count } = distinct;
  const paths = rowOf.length;
  const next = {
    paths,
    count,
    tokens: new Int32Array(paths * count),
    logProbs: new Float64Array(paths * count),
    endLogProbs: Float64Array.from(rowOf, (row) => distinct.endLogProbs[row] as number),
  };
  rowOf.forEach((row, path) => {
    next.tokens.set(distinct.tokens.subarray(row * count, (row + 1) * count), path * count);
    next.logProbs.set(distinct.logProbs.subarray(row * count, (row + 1) * count), path * count);
  });
  return next;
}
