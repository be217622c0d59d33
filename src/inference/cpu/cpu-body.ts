/**
 * The body on a CPU: keys and values are typed arrays. The graph returns only those of the new tokens, and this class
 * stores them. Otherwise the whole cache would be copied between JavaScript and the runtime's memory at every step.
 */
import type { InferenceSession } from 'onnxruntime-common';
import type { TokenId } from '../../core/qagen-model.js';
import { causal } from '../graphs/attention-mask.js';
import { BodyFeeds, checkInputs, hiddenOf, type Past, presentOf } from '../graphs/body-feeds.js';
import type { BodyGraph, ExtendedPrefix, PrefixTree, ReadPrefix, RowsInput } from '../graphs/body-graph.js';
import { joinKeyValues, KeyValues } from '../graphs/key-values.js';
import type { OnnxRuntime } from '../graphs/onnx-runtime.js';
import type { Architecture } from '../model-files/manifest.js';
import { CpuRows } from './cpu-rows.js';
import { CpuTree } from './cpu-tree.js';
import { RowCache } from './row-cache.js';

export class CpuBody implements BodyGraph {
  private readonly feeds: BodyFeeds;

  /** Throws QualsError `model-incompatible` if the graph's inputs do not match `architecture`. */
  constructor(
    private readonly session: InferenceSession,
    private readonly runtime: OnnxRuntime,
    readonly architecture: Architecture,
  ) {
    checkInputs(session, architecture, []);
    this.feeds = new BodyFeeds(runtime, architecture);
  }

  /** The tokens read so far go in as prefix, so that only the new tokens' keys and values come back. */
  async extendPrefix(tokens: readonly TokenId[], soFar: KeyValues | undefined): Promise<ExtendedPrefix> {
    const start = soFar?.length ?? 0;
    const positions = tokens.map((_, place) => start + place);
    const input = { tokens: [tokens], positions: [positions], sees: causal(0) };
    const outputs = await this.session.run(this.feeds.build(input, soFar, this.pastOf(this.newCache(1))));
    const { keys, values } = presentOf(outputs, this.architecture.layers);
    const read = new KeyValues(1, tokens.length, keys, values);
    const prefix = soFar ? joinKeyValues(this.runtime, this.architecture, soFar, read) : read;
    return { hidden: hiddenOf(outputs), prefix };
  }

  openTree(prefix: ReadPrefix): PrefixTree {
    const { architecture } = this;
    const run = (input: RowsInput, cache: RowCache): Promise<InferenceSession.ReturnType> =>
      this.session.run(this.feeds.build(input, prefix.keyValues, this.pastOf(cache)));
    const openRows = (): CpuRows => new CpuRows((rows) => this.newCache(rows), run, architecture);
    return new CpuTree(prefix, architecture.width, openRows);
  }

  async release(): Promise<void> {
    await this.session.release();
  }

  private newCache(rows: number): RowCache {
    const { layers, keyValueHeads, headSize } = this.architecture;
    return new RowCache({ layers, heads: keyValueHeads, headSize }, rows);
  }

  private pastOf({ rows, columns, keys, values }: RowCache): Past {
    const { keyValueHeads: heads, headSize } = this.architecture;
    const { Tensor } = this.runtime;
    return {
      columns,
      keys: keys.map((data) => new Tensor('float32', data, [heads, rows, headSize, columns])),
      values: values.map((data) => new Tensor('float32', data, [heads, rows, columns, headSize])),
    };
  }
}
