/** The head on a GPU: logits stay there, and the likeliest tokens are chosen there. */
import type { InferenceSession } from 'onnxruntime-common';
import type { NextTokens, TokenId } from '../core/qagen-model.js';
import type { GpuTokenSelection } from './gpu-token-selection.js';
import { HeadGraph, logitsOf } from './head-graph.js';
import type { OnnxRuntime } from './onnx-runtime.js';

export class GpuHead extends HeadGraph {
  /** `session` leaves its logits on the device that `selection` computes on. */
  constructor(
    session: InferenceSession,
    runtime: OnnxRuntime,
    width: number,
    vocabulary: number,
    private readonly selection: GpuTokenSelection,
  ) {
    super(session, runtime, width, vocabulary);
  }

  /** Ranks as `TokenSelection` does; log-probabilities to some 1e-6 nats, the sum being one of float32. */
  async likeliest(hidden: Float32Array, count: number, end: TokenId): Promise<NextTokens> {
    const parts: NextTokens[] = [];
    for await (const run of this.runs(hidden, ['logits'], {})) {
      const logits = logitsOf(run, this.vocabulary);
      parts.push(await this.selection.select(logits.gpuBuffer as GPUBuffer, run.rows, count, end));
      logits.dispose();
    }
    return joined(parts, count);
  }

  override async release(): Promise<void> {
    this.selection.release();
    await super.release();
  }
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
