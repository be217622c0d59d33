/** The head on a GPU: logits stay on the device, and kernels select the needed values. */
import type { InferenceSession } from 'onnxruntime-common';
import type { ForcedToken, NextTokens, TokenId } from '../../core/qagen-model.js';
import type { GpuTokenRanks, RankedToken } from './gpu-token-ranks.js';
import type { GpuTokenSelection, SelectedTokens } from './gpu-token-selection.js';
import type { Head } from '../graphs/graphs.js';
import { HeadGraph, logitsOf } from '../graphs/head-graph.js';
import { tokensInRow } from '../../core/next-token-row.js';
import type { Architecture } from '../model-files/manifest.js';
import type { OnnxRuntime } from '../graphs/onnx-runtime.js';

export class GpuHead extends HeadGraph implements Head {
  /** `session` leaves its logits on the device that `selection` and `ranks` use. */
  constructor(
    session: InferenceSession,
    runtime: OnnxRuntime,
    architecture: Architecture,
    private readonly selection: GpuTokenSelection,
    private readonly ranks: GpuTokenRanks,
  ) {
    super(session, runtime, architecture);
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

  async score(
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
  const alternatives = tokensInRow(likeliest, row);
  return tokens.map((token) => {
    const { logit, rank } = ranks.next().value as RankedToken;
    return { token, logProb: logit - (likeliest.totals[row] as number), rank, alternatives };
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
