/** Rows on a CPU: their KV cache is in typed arrays, so that rows can be forked. */
import type { InferenceSession } from 'onnxruntime-common';
import { dataOf, hiddenOf, presentOf } from '../graphs/body-feeds.js';
import type { Rows, RowsInput } from '../graphs/body-graph.js';
import { freeArrays } from '../graphs/free-arrays.js';
import type { Architecture } from '../model-files/manifest.js';
import type { RowCache } from './row-cache.js';

/** Rows that can be forked. */
export interface ForkingRows extends Rows {
  /**
   * Forks at least one row behind the same prefix: new row i begins with the tokens in `columns[i]` of the single row here.
   * Padding up to the longest row must be masked. The row here is kept.
   */
  fork(columns: readonly (readonly number[])[]): Rows;
}

export class CpuRows implements ForkingRows {
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
