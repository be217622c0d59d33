/** The two graphs of a model, over the same weights, and the options of their sessions. */
import type { InferenceSession } from 'onnxruntime-common';
import type { ForcedToken, TokenId } from '../../core/qagen-model.js';
import type { LikeliestTokens } from '../logits/next-tokens.js';
import type { ModelFiles } from '../model-files/model-files.js';
import type { BodyGraph } from './body-graph.js';
import type { Backend, CpuBackend } from './onnx-runtime.js';

/**
 * Prefill chunk in tokens. Measured: chunks of 128 do not slow down a long text. One run stays short enough to stop
 * between two, and small enough for a prefix of 8,192 tokens.
 */
export const TOKENS_PER_RUN = 128;

export interface Graphs {
  readonly body: BodyGraph;
  readonly head: Head;
}

/** From hidden states to the likeliest next tokens, or to scores of teacher-forced ones. */
export interface Head extends LikeliestTokens {
  /**
   * Teacher forcing. `hidden` float32 [rows, width]: for each row, the scores of the tokens `wanted[row]`
   * and the `alternatives` likeliest tokens (at most the vocabulary).
   */
  score(hidden: Float32Array, wanted: readonly (readonly TokenId[])[], alternatives: number): Promise<ForcedToken[][]>;
  release(): Promise<void>;
}

export function sessionOptions(
  { manifest, weights }: Pick<ModelFiles, 'manifest' | 'weights'>,
  {
    executionProviders,
    threads,
    prepack = true,
  }: Pick<Backend, 'executionProviders'> & Pick<CpuBackend, 'threads' | 'prepack'>,
): InferenceSession.SessionOptions {
  return {
    executionProviders,
    ...(threads !== undefined && { intraOpNumThreads: threads }),
    graphOptimizationLevel: 'all',
    // Errors only: a warning says that shapes are computed on the CPU, which is intended.
    logSeverityLevel: 3,
    externalData: [{ path: manifest.externalData, data: weights }],
    // Lets DequantizeLinear of a weight run once at load time instead of in every run.
    extra: { session: { disable_quant_qdq: '1', disable_prepacking: prepack ? '0' : '1' } },
  };
}
