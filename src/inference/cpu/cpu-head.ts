/** The head on a CPU: the graph selects the likeliest tokens, so that 12 MB of logits per step stay in the runtime. */
import type { InferenceSession } from 'onnxruntime-common';
import { QualsError } from '../../core/errors.js';
import type { ForcedToken, NextTokens, TokenId } from '../../core/qagen-model.js';
import { freeArrays } from '../graphs/free-arrays.js';
import type { Head } from '../graphs/graphs.js';
import { HeadGraph, logitsOf } from '../graphs/head-graph.js';
import { TokenScoring } from '../logits/score-tokens.js';

const CHOSEN = ['likeliest', 'likeliest_ids', 'total', 'end_logit'];

export class CpuHead extends HeadGraph implements Head {
  /** Log-probabilities are exact to about 1e-6 nats: the graph sums in float32. Throws QualsError `device-wrong` if a logit is NaN. */
  async likeliest(hidden: Float32Array, wanted: number, end: TokenId): Promise<NextTokens> {
    const paths = hidden.length / this.width;
    const tokens = new Int32Array(paths * wanted);
    const logProbs = new Float64Array(paths * wanted);
    const endLogProbs = new Float64Array(paths);
    for await (const { start, outputs } of this.runs(hidden, CHOSEN, this.asked(wanted, end))) {
      const [totals, ends] = [numbersOf(outputs, 'total'), numbersOf(outputs, 'end_logit')];
      tokens.set(outputs['likeliest_ids']?.data as Int32Array, start * wanted);
      numbersOf(outputs, 'likeliest').forEach((logit, place) => {
        logProbs[start * wanted + place] = logit - (totals[Math.floor(place / wanted)] as number);
      });
      totals.forEach((total, row) => {
        if (!Number.isFinite(total))
          throw new QualsError('device-wrong', 'The device gave logits that are not numbers.');
        endLogProbs[start + row] = (ends[row] as number) - total;
      });
    }
    return { paths, count: wanted, tokens, logProbs, endLogProbs };
  }

  /** Ranks need all logits; log-probabilities are computed in float64. */
  async score(
    hidden: Float32Array,
    wanted: readonly (readonly TokenId[])[],
    alternatives: number,
  ): Promise<ForcedToken[][]> {
    const { vocabulary } = this;
    const scoring = new TokenScoring(alternatives, vocabulary);
    const scored: ForcedToken[][] = [];
    // Only logits are needed: request the fewest tokens that the graph allows.
    for await (const run of this.runs(hidden, ['logits'], this.asked(1, 0))) {
      const logits = (await logitsOf(run, vocabulary).getData(true)) as Float32Array;
      for (let row = 0; row < run.rows; row++) {
        const ofRow = logits.subarray(row * vocabulary, (row + 1) * vocabulary);
        scored.push(scoring.score(wanted[run.start + row] ?? [], ofRow));
      }
      freeArrays([logits]);
    }
    return scored;
  }

  private asked(count: number, end: TokenId): InferenceSession.FeedsType {
    const scalar = (value: number): InferenceSession.FeedsType[string] =>
      new this.runtime.Tensor('int64', BigInt64Array.of(BigInt(value)), [1]);
    return { count: scalar(count), end: scalar(end) };
  }
}

function numbersOf(outputs: InferenceSession.ReturnType, name: string): Float32Array {
  const data = outputs[name]?.data;
  if (!(data instanceof Float32Array)) throw new QualsError('model-incompatible', `head-cpu.onnx gave no ${name}.`);
  return data;
}
