/** head.onnx: hidden states to logits over the vocabulary. */
import type { InferenceSession } from 'onnxruntime-common';
import { QualsError } from '../core/errors.js';
import { freeArrays } from './free-arrays.js';
import type { OnnxRuntime } from './onnx-runtime.js';

/** Rows of logits held at once: 12 MB at 49,152 tokens. */
const ROWS_PER_RUN = 64;

export class HeadGraph {
  constructor(
    private readonly session: InferenceSession,
    private readonly runtime: OnnxRuntime,
    private readonly width: number,
    readonly vocabulary: number,
  ) {}

  /**
   * `hidden`: float32 [rows, width]. Calls `use` once for each row, in order, with its logits [vocabulary]; they are
   * valid until it returns.
   */
  async run(hidden: Float32Array, use: (row: number, logits: Float32Array) => void): Promise<void> {
    const { width, vocabulary } = this;
    const rows = hidden.length / width;
    for (let start = 0; start < rows; start += ROWS_PER_RUN) {
      const count = Math.min(ROWS_PER_RUN, rows - start);
      const chunk = hidden.subarray(start * width, (start + count) * width);
      const outputs = await this.session.run({ hidden: new this.runtime.Tensor('float32', chunk, [count, width]) });
      const logits = outputs['logits']?.data;
      if (!(logits instanceof Float32Array) || logits.length !== count * vocabulary) {
        throw new QualsError('model-incompatible', `head.onnx did not give ${count} rows of ${vocabulary} logits.`);
      }
      for (let row = 0; row < count; row++) {
        use(start + row, logits.subarray(row * vocabulary, (row + 1) * vocabulary));
      }
      freeArrays([logits]);
    }
  }

  async release(): Promise<void> {
    await this.session.release();
  }
}
