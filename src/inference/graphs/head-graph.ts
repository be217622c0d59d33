/** The session of a head: hidden states to logits over the vocabulary, a few rows at a time. */
import type { InferenceSession, Tensor } from 'onnxruntime-common';
import { QualsError } from '../../core/errors.js';
import type { Architecture } from '../model-files/manifest.js';
import type { OnnxRuntime } from './onnx-runtime.js';

/** Maximum number of logit rows in memory: 12 MB at 49,152 tokens. */
const ROWS_PER_RUN = 64;

export abstract class HeadGraph {
  readonly vocabulary: number;
  protected readonly width: number;

  constructor(
    private readonly session: InferenceSession,
    protected readonly runtime: OnnxRuntime,
    { width, vocabulary }: Architecture,
  ) {
    this.width = width;
    this.vocabulary = vocabulary;
  }

  async release(): Promise<void> {
    await this.session.release();
  }

  /** At most ROWS_PER_RUN rows at a time. */
  protected async *runs(
    hidden: Float32Array,
    outputs: readonly string[],
    feeds: InferenceSession.FeedsType,
  ): AsyncGenerator<HeadRun> {
    const { width } = this;
    const all = hidden.length / width;
    for (let start = 0; start < all; start += ROWS_PER_RUN) {
      const rows = Math.min(ROWS_PER_RUN, all - start);
      const chunk = hidden.subarray(start * width, (start + rows) * width);
      const tensor = new this.runtime.Tensor('float32', chunk, [rows, width]);
      yield { start, rows, outputs: await this.session.run({ hidden: tensor, ...feeds }, outputs) };
    }
  }
}

export interface HeadRun {
  /** Index in `hidden` of the first row. */
  readonly start: number;
  readonly rows: number;
  readonly outputs: InferenceSession.ReturnType;
}

/** float32 [rows, vocabulary], in the memory where the session leaves its outputs. Throws QualsError `model-incompatible`. */
export function logitsOf({ rows, outputs }: HeadRun, vocabulary: number): Tensor {
  const { logits } = outputs;
  if (logits?.type !== 'float32' || logits.size !== rows * vocabulary) {
    throw new QualsError('model-incompatible', `The head did not give ${rows} rows of ${vocabulary} logits.`);
  }
  return logits;
}
