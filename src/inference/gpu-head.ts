/** The head on a GPU: logits stay on the device, and kernels select the needed values. */
import type { InferenceSession } from 'onnxruntime-common';
import type { ForcedToken, NextTokens, TokenId } from '../core/qagen-model.js';
import type { GpuTokenRanks, RankedToken } from './gpu-token-ranks.js';
import type { GpuTokenSelection, SelectedTokens } from './gpu-token-selection.js';
import { HeadGraph, logitsOf } from './head-graph.js';
import type { OnnxRuntime } from './onnx-runtime.js';

export class GpuHead extends HeadGraph {
  /** `session` leaves its logits on the device that `selection` and `ranks` use. */
  constructor(
    session: InferenceSession,
    runtime: OnnxRuntime,
    width: number,
    vocabulary: number,
    private readonly selection: GpuTokenSelection,
    private readonly ranks: GpuTokenRanks,
  ) {
    super(session, runtime, width, vocabulary);
  }

  /** Ranks agree with `TokenSelection`. Log-probabilities are exact to about 1e-6 nats, because the sum is in float32. */
  async likeliest(hidden: Float32Array, count: number, end: TokenId): Promise<NextTokens> {
    const parts: NextTokens[] = [];
    for await (const run of this.runs(hidden, ['logits'], {})) {
      const logits = logitsOf(run, this.vocabulary);
      parts.push(await this.selection.select(logits.gpuBuffer as GPUBuffer, run.rows, count, end));
      logits.dispose();
    }
    return joined(parts, count);
  }

  override async score(
    hidden: Float32Array,
    wanted: readonly (readonly TokenId[])[],
    alternatives: number,
  ): Promise<ForcedToken[][]> {
    const count = Math.min(alternatives, this.vocabulary);
    const scored: ForcedToken[][] = [];
    for await (const run of this.runs(hidden, ['logits'], {})) {
      const logits = logitsOf(run, this.vocabulary);
      const buffer = logits.gpuBuffer as GPUBuffer;
      const ofRun = wanted.slice(run.start, run.start + run.rows);
      const asked = ofRun.flatMap((tokens, row) => tokens.map((token) => ({ row, token })));
      const [likeliest, ranked] = await Promise.all([
        // The choice of this token does not matter here.
        this.selection.select(buffer, run.rows, count, 0),
        this.ranks.rank(buffer, run.rows, asked),
      ]);
      logits.dispose();
      const ranks = ranked.values();
      scored.push(...ofRun.map((tokens, row) => forcedTokens(tokens, ranks, likeliest, row)));
    }
    return scored;
  }

  override async release(): Promise<void> {
    this.selection.release();
    this.ranks.release();
    await super.release();
  }
}

/** Takes one of `ranks` for each of `tokens`. */
function forcedTokens(
  tokens: readonly TokenId[],
  ranks: Iterator<RankedToken>,
  likeliest: SelectedTokens,
  row: number,
): ForcedToken[] {
  const { count, totals } = likeliest;
  const alternatives = Array.from({ length: count }, (_, place) => ({
    token: likeliest.tokens[row * count + place] as TokenId,
    logProb: likeliest.logProbs[row * count + place] as number,
  }));
  return tokens.map((token) => {
    const { logit, rank } = ranks.next().value as RankedToken;
    return { token, logProb: logit - (totals[row] as number), rank, alternatives };
  });
}

function joined(parts: readonly NextTokens[], count: number): NextTokens {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  return {
    paths: parts.reduce((sum, { paths }) => sum + paths, 0),
    count,
    tokens: Int32Array.from(parts.flatMap(({ tokens }) => [...tokens])),
    logProbs: Float64Array.from(parts.flatMap(({ logProbs }) => [...logProbs])),
    endLogProbs: Float64Array.from(parts.flatMap(({ endLogProbs }) => [...endLogProbs])),
  };
}
