/** The body on a GPU: keys and values stay on the device, and the graph itself appends the new ones. */
import type { InferenceSession } from 'onnxruntime-common';
import type { TokenId } from '../../core/qagen-model.js';
import { causal } from '../graphs/attention-mask.js';
import { BodyFeeds, checkInputs, hiddenOf, presentOf } from '../graphs/body-feeds.js';
import type { BodyGraph, ExtendedPrefix, PrefixTree, ReadPrefix, Rows, RowsInput } from '../graphs/body-graph.js';
import { emptyKeyValues, KeyValues } from '../graphs/key-values.js';
import type { OnnxRuntime } from '../graphs/onnx-runtime.js';
import type { Architecture } from '../model-files/manifest.js';
import { GpuTree } from './gpu-tree.js';

interface Step {
  readonly hidden: Float32Array;
  readonly present: KeyValues;
}

export class GpuBody implements BodyGraph {
  private readonly feeds: BodyFeeds;
  private readonly noPast: KeyValues;

  /** Throws QualsError `model-incompatible` if the graph's inputs do not match `architecture`. */
  constructor(
    private readonly session: InferenceSession,
    private readonly runtime: OnnxRuntime,
    readonly architecture: Architecture,
  ) {
    checkInputs(session, architecture, ['parent']);
    this.feeds = new BodyFeeds(runtime, architecture);
    this.noPast = emptyKeyValues(runtime, architecture, 0);
  }

  async extendPrefix(tokens: readonly TokenId[], soFar: KeyValues | undefined): Promise<ExtendedPrefix> {
    const start = soFar?.length ?? 0;
    const positions = tokens.map((_, place) => start + place);
    const input = { tokens: [tokens], positions: [positions], sees: causal(start) };
    const { hidden, present } = await this.step(undefined, input, soFar, [0]);
    soFar?.dispose();
    return { hidden, prefix: present };
  }

  openTree(prefix: ReadPrefix): PrefixTree {
    const openRows = (): Rows =>
      new GpuRows((input, past, parents) => this.step(prefix.keyValues, input, past, parents));
    return new GpuTree(prefix, this.architecture.width, openRows);
  }

  async release(): Promise<void> {
    await this.session.release();
  }

  private async step(
    prefix: KeyValues | undefined,
    input: RowsInput,
    past: KeyValues | undefined,
    parents: readonly number[],
  ): Promise<Step> {
    const { keys, values, length } = past ?? this.noPast;
    const rows = input.tokens.length;
    const newTokens = input.tokens[0]?.length ?? 0;
    const outputs = await this.session.run({
      ...this.feeds.build(input, prefix, { columns: length, keys, values }),
      parent: new this.runtime.Tensor('int32', Int32Array.from(parents), [rows]),
    });
    const present = presentOf(outputs, this.architecture.layers);
    return {
      hidden: hiddenOf(outputs),
      present: new KeyValues(rows, length + newTokens, present.keys, present.values),
    };
  }
}

class GpuRows implements Rows {
  private past: KeyValues | undefined;

  constructor(
    private readonly step: (input: RowsInput, past: KeyValues | undefined, parents: readonly number[]) => Promise<Step>,
  ) {}

  get length(): number {
    return this.past?.length ?? 0;
  }

  async advance(input: RowsInput, parents: readonly number[]): Promise<Float32Array> {
    const { past } = this;
    // Before the first token, all rows share one empty cache.
    const { hidden, present } = await this.step(input, past, past ? parents : parents.map(() => 0));
    past?.dispose();
    this.past = present;
    return hidden;
  }

  dispose(): void {
    this.past?.dispose();
    this.past = undefined;
  }
}
