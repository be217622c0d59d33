/** head.onnx: hidden states to logits over the vocabulary. */
import type { InferenceSession, Tensor } from 'onnxruntime-common';
import { QualsError } from '../core/errors.js';
import { freeArrays } from './free-arrays.js';
import type { OnnxRuntime } from './onnx-runtime.js';

/** Rows of logits held at once: 12 MB at 49,152 tokens. */
export const ROWS_PER_RUN = 64;

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
    const { vocabulary } = this;
    for await (const { start, count, logits: tensor } of this.logitsOf(hidden)) {
      const logits = (await tensor.getData(true)) as Float32Array;
      for (let row = 0; row < count; row++) {
        use(start + row, logits.subarray(row * vocabulary, (row + 1) * vocabulary));
      }
      freeArrays([logits]);
    }
  }

  async release(): Promise<void> {
    await this.session.release();
  }

  /** At most ROWS_PER_RUN rows at a time; where the session leaves its outputs, there the logits are. */
  protected async *logitsOf(hidden: Float32Array): AsyncGenerator<LogitRows> {
    const { width, vocabulary } = this;
    const rows = hidden.length / width;
    for (let start = 0; start < rows; start += ROWS_PER_RUN) {
      const count = Math.min(ROWS_PER_RUN, rows - start);
      const chunk = hidden.subarray(start * width, (start + count) * width);
      const { logits } = await this.session.run({
        hidden: new this.runtime.Tensor('float32', chunk, [count, width]),
      });
      if (logits?.type !== 'float32' || logits.size !== count * vocabulary) {
        throw new QualsError('model-incompatible', `head.onnx did not give ${count} rows of ${vocabulary} logits.`);
      }
      yield { start, count, logits };
    }
  }
}

interface LogitRows {
  /** Row of `hidden` that the first row stands for. */
  readonly start: number;
  readonly count: number;
  /** float32 [count, vocabulary]. */
  readonly logits: Tensor;
}
