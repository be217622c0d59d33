/** From hidden states to the likeliest next tokens of each path. */
import type { NextTokens, TokenId } from '../core/qagen-model.js';
import type { HeadGraph } from './head-graph.js';
import { TokenSelection } from './likeliest-tokens.js';
import { logSumExp } from './log-sum-exp.js';

/** The part of a head that this needs. A model that returns logits can provide it too. */
export interface Head extends Pick<HeadGraph, 'run' | 'vocabulary'> {
  /** The `count` likeliest tokens of each row of `hidden`, if the head can select them itself. */
  likeliest?(hidden: Float32Array, count: number, end: TokenId): Promise<NextTokens>;
}

/** `hidden` float32 [rows, width]; path i uses row `rowOf[i]`. */
export async function nextTokens(
  head: Head,
  hidden: Float32Array,
  rowOf: readonly number[],
  wanted: number,
  end: TokenId,
): Promise<NextTokens> {
  const count = Math.min(wanted, head.vocabulary);
  const rows = 1 + Math.max(...rowOf);
  const distinct = await (head.likeliest?.(hidden, count, end) ?? likeliestOf(head, hidden, rows, count, end));
  return spread(distinct, rowOf);
}

/** Selection in JavaScript, from the logits. */
async function likeliestOf(
  head: Head,
  hidden: Float32Array,
  rows: number,
  count: number,
  end: TokenId,
): Promise<NextTokens> {
  const selection = new TokenSelection(count, head.vocabulary);
  const tokens = new Int32Array(rows * count);
  const logProbs = new Float64Array(rows * count);
  const endLogProbs = new Float64Array(rows);
  await head.run(hidden, (row, logits) => {
    const total = logSumExp(logits);
    selection.select(logits, tokens, row * count);
    for (let place = row * count; place < (row + 1) * count; place++) {
      logProbs[place] = (logits[tokens[place] as TokenId] as number) - total;
    }
    endLogProbs[row] = (logits[end] as number) - total;
  });
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
