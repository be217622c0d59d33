/** The two graphs of a model, and how their sessions are opened over the same weights. */
import type { InferenceSession } from 'onnxruntime-common';
import type { ForcedToken, TokenId } from '../../core/qagen-model.js';
import type { LikeliestTokens } from '../logits/next-tokens.js';
import type { ModelFiles } from '../model-files/model-files.js';
import type { BodyGraph } from './body-graph.js';
import type { Backend } from './onnx-runtime.js';

/**
 * Tokens that go through the body in one run where there is a choice. Measured: chunks of 128 cost a long text
 * nothing; and one run stays short enough to stop between two, and small enough for 8,192 tokens of prefix.
 */
export const TOKENS_PER_RUN = 128;

export interface Graphs {
  readonly body: BodyGraph;
  readonly head: Head;
}

/** Hidden states to the likeliest next tokens, or to scores of forced ones. */
export interface Head extends LikeliestTokens {
  /**
   * Teacher forcing. `hidden` float32 [rows, width]: for each row the scores of the tokens `wanted[row]`, with the
   * `alternatives` likeliest, as far as the vocabulary goes.
   */
  score(hidden: Float32Array, wanted: readonly (readonly TokenId[])[], alternatives: number): Promise<ForcedToken[][]>;
  release(): Promise<void>;
}

export function sessionOptions(
  { manifest, weights }: Pick<ModelFiles, 'manifest' | 'weights'>,
  { executionProviders }: Pick<Backend, 'executionProviders'>,
): InferenceSession.SessionOptions {
  return {
    executionProviders,
    graphOptimizationLevel: 'all',
    // Errors alone: a warning says that shapes are computed on the CPU, as they should be.
    logSeverityLevel: 3,
    externalData: [{ path: manifest.externalData, data: weights }],
    // Lets DequantizeLinear of a weight run once, while loading, instead of in every run.
    extra: { session: { disable_quant_qdq: '1' } },
  };
}
