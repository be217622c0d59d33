/** KV cache of the rows of a search, in arrays with spare columns: a step writes one column and moves nothing. */
import { freeArrays } from '../graphs/free-arrays.js';

export interface CacheShape {
  readonly layers: number;
  readonly heads: number;
  readonly headSize: number;
}

/** Columns to add when the cache is full. Each unused column costs attention over a masked column. */
const GROWTH = 16;

export class RowCache {
  /** `keys[layer]` float32 [heads, rows, headSize, columns]; `values[layer]` float32 [heads, rows, columns, headSize]. */
  keys: readonly Float32Array[];
  values: readonly Float32Array[];
  /** Number of used columns; they come first. */
  length = 0;
  columns = 0;

  constructor(
    private readonly shape: CacheShape,
    public rows: number,
  ) {
    this.keys = this.allocate(0, 0);
    this.values = this.allocate(0, 0);
  }

  /**
   * New row i continues the row in slot `parents[i]`. Returns the slot of each new row. While their number stays the same,
   * the first child of a parent takes its slot, and only further children are copied.
   */
  arrange(parents: readonly number[]): readonly number[] {
    if (parents.length !== this.rows) {
      this.rebuild(parents, this.columns);
      return parents.map((_, row) => row);
    }
    const taken = new Set<number>();
    const places = parents.map((parent) => {
      if (taken.has(parent)) return -1;
      taken.add(parent);
      return parent;
    });
    let free = 0;
    return places.map((place, row) => {
      if (place >= 0) return place;
      while (taken.has(free)) free++;
      this.copyRow(parents[row] ?? 0, free);
      return free++;
    });
  }

  /** `newKeys[layer]` float32 [heads, rows, headSize, count]; `newValues[layer]` float32 [heads, rows, count, headSize]. */
  append(newKeys: readonly Float32Array[], newValues: readonly Float32Array[], count: number): void {
    const needed = this.length + count;
    if (needed > this.columns) {
      const order = Array.from({ length: this.rows }, (_, row) => row);
      this.rebuild(order, Math.ceil(needed / GROWTH) * GROWTH);
    }
    const { length, columns } = this;
    const { heads, headSize } = this.shape;
    this.keys.forEach((keys, layer) => {
      const source = newKeys[layer] as Float32Array;
      for (let line = 0; line < heads * this.rows * headSize; line++) {
        for (let place = 0; place < count; place++) {
          keys[line * columns + length + place] = source[line * count + place] as number;
        }
      }
    });
    const block = count * headSize;
    this.values.forEach((values, layer) => {
      const source = newValues[layer] as Float32Array;
      for (let line = 0; line < heads * this.rows; line++) {
        values.set(source.subarray(line * block, (line + 1) * block), (line * columns + length) * headSize);
      }
    });
    this.length = needed;
  }

  /** A separate cache: row i holds columns `columns[i]` of the single row here, padded to the longest. */
  fork(columns: readonly (readonly number[])[]): RowCache {
    const { heads, headSize } = this.shape;
    const forked = new RowCache(this.shape, columns.length);
    forked.length = Math.max(...columns.map(({ length }) => length));
    // Room for the tokens that the rows are about to write.
    forked.columns = Math.ceil((forked.length + 1) / GROWTH) * GROWTH;
    forked.keys = forked.allocate(forked.rows, forked.columns);
    forked.values = forked.allocate(forked.rows, forked.columns);
    for (let line = 0; line < heads * headSize; line++) {
      const [head, dimension] = [Math.floor(line / headSize), line % headSize];
      columns.forEach((picked, row) => {
        const to = ((head * forked.rows + row) * headSize + dimension) * forked.columns;
        this.keys.forEach((keys, layer) => {
          const target = forked.keys[layer] as Float32Array;
          picked.forEach((column, place) => (target[to + place] = keys[line * this.columns + column] as number));
        });
      });
    }
    for (let head = 0; head < heads; head++) {
      columns.forEach((picked, row) => {
        this.values.forEach((values, layer) => {
          picked.forEach((column, place) => {
            const from = (head * this.columns + column) * headSize;
            const to = ((head * forked.rows + row) * forked.columns + place) * headSize;
            (forked.values[layer] as Float32Array).set(values.subarray(from, from + headSize), to);
          });
        });
      });
    }
    return forked;
  }

  /** Frees the memory immediately; garbage collection is too slow. */
  dispose(): void {
    if (this.columns > 0) freeArrays([...this.keys, ...this.values]);
    this.columns = 0;
  }

  private copyRow(from: number, to: number): void {
    const size = this.shape.headSize * this.columns;
    for (const array of [...this.keys, ...this.values]) {
      for (let head = 0; head < this.shape.heads; head++) {
        const start = head * this.rows * size;
        array.copyWithin(start + to * size, start + from * size, start + (from + 1) * size);
      }
    }
  }

  /** New arrays: row i from current row `order[i]`. `columns`: at least the number of used ones. */
  private rebuild(order: readonly number[], columns: number): void {
    const { keys, values, columns: oldColumns, rows: oldRows, length } = this;
    const { heads, headSize } = this.shape;
    this.keys = this.allocate(order.length, columns);
    this.values = this.allocate(order.length, columns);
    /** A row of a head is `lines` stretches of `filled` numbers, `width` apart. */
    const move = (from: Float32Array, to: Float32Array, lines: number, filled: number, unit: number): void => {
      const [oldWidth, width] = [oldColumns * unit, columns * unit];
      for (let head = 0; head < heads; head++) {
        order.forEach((oldRow, row) => {
          for (let line = 0; line < lines; line++) {
            const start = ((head * oldRows + oldRow) * lines + line) * oldWidth;
            to.set(from.subarray(start, start + filled), ((head * order.length + row) * lines + line) * width);
          }
        });
      }
    };
    keys.forEach((from, layer) => {
      move(from, this.keys[layer] as Float32Array, headSize, length, 1);
    });
    values.forEach((from, layer) => {
      move(from, this.values[layer] as Float32Array, 1, length * headSize, headSize);
    });
    if (oldColumns > 0) freeArrays([...keys, ...values]);
    this.rows = order.length;
    this.columns = columns;
  }

  private allocate(rows: number, columns: number): Float32Array[] {
    const { layers, heads, headSize } = this.shape;
    return Array.from({ length: layers }, () => new Float32Array(heads * rows * headSize * columns));
  }
}
