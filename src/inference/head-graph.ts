/** The head: hidden states to logits over the vocabulary. This part is the same for all devices. */
import type { InferenceSession, Tensor } from 'onnxruntime-common';
import { QualsError } from '../core/errors.js';
import type { ForcedToken, TokenId } from '../core/qagen-model.js';
import { freeArrays } from './free-arrays.js';
import type { OnnxRuntime } from './onnx-runtime.js';
import { TokenScoring } from './score-tokens.js';

/** Maximum number of logit rows in memory: 12 MB at 49,152 tokens. */
const ROWS_PER_RUN = 64;

export abstract class HeadGraph {
  constructor(
    private readonly session: InferenceSession,
    protected readonly runtime: OnnxRuntime,
    protected readonly width: number,
    readonly vocabulary: number,
  ) {}

  /**
   * `hidden`: float32 [rows, width]. Calls `use` once for each row, in order, with its logits [vocabulary]; they are
   * valid until it returns.
   */
  async run(hidden: Float32Array, use: (row: number, logits: Float32Array) => void): Promise<void> {
    const { vocabulary } = this;
    for await (const run of this.runs(hidden, ['logits'], this.feeds())) {
      const logits = (await logitsOf(run, vocabulary).getData(true)) as Float32Array;
      for (let row = 0; row < run.rows; row++) {
        use(run.start + row, logits.subarray(row * vocabulary, (row + 1) * vocabulary));
      }
      freeArrays([logits]);
    }
  }

  /**
   * Teacher forcing: for each row of `hidden`, the scores of the tokens `wanted[row]` and the `alternatives` likeliest tokens (at
   * most the vocabulary).
   */
  async score(
    hidden: Float32Array,
    wanted: readonly (readonly TokenId[])[],
    alternatives: number,
  ): Promise<ForcedToken[][]> {
    const scoring = new TokenScoring(alternatives, this.vocabulary);
    const scored: ForcedToken[][] = [];
    await this.run(hidden, (row, logits) => {
      scored[row] = scoring.score(wanted[row] ?? [], logits);
    });
    return scored;
  }

  async release(): Promise<void> {
    await this.session.release();
  }

  /** Further inputs of the graph if only logits are needed. */
  protected feeds(): InferenceSession.FeedsType {
    return {};
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
