/**
 * The body on a CPU: keys and values are typed arrays. The graph returns only those of the new tokens, and this class
 * stores them. Otherwise the whole cache would be copied between JavaScript and the runtime's memory at every step.
 */
import type { InferenceSession, Tensor } from 'onnxruntime-common';
import type { TokenId } from '../core/qagen-model.js';
import { causal } from './attention-mask.js';
import {
  BodyFeeds,
  checkInputs,
  type ExtendedPrefix,
  type ForkingBodyGraph,
  type ForkingRows,
  output,
  type Past,
  presentOf,
  type Rows,
  type RowsInput,
} from './body-graph.js';
import { freeArrays } from './free-arrays.js';
import { joinKeyValues, KeyValues } from './key-values.js';
import type { Architecture } from './manifest.js';
import type { OnnxRuntime } from './onnx-runtime.js';
import { RowCache } from './row-cache.js';

export class CpuBody implements ForkingBodyGraph {
  readonly forks = true;
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

  openRows(prefix: KeyValues): ForkingRows {
    return new CpuRows(
      (rows) => this.newCache(rows),
      (input, cache) => this.session.run(this.feeds.build(input, prefix, this.pastOf(cache))),
      this.architecture,
    );
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

class CpuRows implements ForkingRows {
  private cache: RowCache | undefined;
  /** Slot of each row in the cache. */
  private places: readonly number[] = [];

  constructor(
    private readonly newCache: (rows: number) => RowCache,
    private readonly run: (input: RowsInput, cache: RowCache) => Promise<InferenceSession.ReturnType>,
    private readonly architecture: Architecture,
  ) {}

  get length(): number {
    return this.cache?.length ?? 0;
  }

  async advance(input: RowsInput, parents: readonly number[]): Promise<Float32Array> {
    const rows = input.tokens.length;
    if (this.cache) {
      this.places = this.cache.arrange(parents.map((parent) => this.places[parent] ?? -1));
    } else {
      this.cache = this.newCache(rows);
      this.places = input.tokens.map((_, row) => row);
    }
    const { cache, places } = this;
    const rowAt = new Array<number>(rows);
    places.forEach((place, row) => (rowAt[place] = row));
    const outputs = await this.run(arranged(input, rowAt, cache), cache);
    const { keys, values } = presentOf(outputs, this.architecture.layers);
    cache.append(keys.map(dataOf), values.map(dataOf), input.tokens[0]?.length ?? 0);
    freeArrays([...keys, ...values].map(dataOf));
    return inOrderOf(places, hiddenOf(outputs));
  }

  fork(columns: readonly (readonly number[])[]): Rows {
    if (this.cache?.rows !== 1) throw new RangeError('Rows are made of one row that has written.');
    const forked = new CpuRows(this.newCache, this.run, this.architecture);
    forked.cache = this.cache.fork(columns);
    forked.places = columns.map((_, row) => row);
    return forked;
  }

  dispose(): void {
    this.cache?.dispose();
    this.cache = undefined;
  }
}

/** Rows in their cache slots; unused columns are masked. */
function arranged({ tokens, positions, sees }: RowsInput, rowAt: readonly number[], cache: RowCache): RowsInput {
  const { length, columns } = cache;
  return {
    tokens: rowAt.map((row) => tokens[row] ?? []),
    positions: rowAt.map((row) => positions[row] ?? []),
    sees: (place, newToken, column) => {
      if (column >= length && column < columns) return false;
      const ownColumn = column < length ? column : column - columns + length;
      return sees(rowAt[place] ?? 0, newToken, ownColumn);
    },
  };
}

/** Row i of the result is row `places[i]` of `hidden`. */
function inOrderOf(places: readonly number[], hidden: Float32Array): Float32Array {
  if (places.every((place, row) => place === row)) return hidden;
  const size = hidden.length / places.length;
  const ordered = new Float32Array(hidden.length);
  places.forEach((place, row) => {
    ordered.set(hidden.subarray(place * size, (place + 1) * size), row * size);
  });
  return ordered;
}

function hiddenOf(outputs: InferenceSession.ReturnType): Float32Array {
  return dataOf(output(outputs, 'hidden'));
}

function dataOf({ data }: Tensor): Float32Array {
  return data as Float32Array;
}
