import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RowCache } from './row-cache.js';

const shape = { layers: 2, heads: 2, headSize: 3 };

/** The value of row `row` at (layer, head, dimension, column) encodes which path wrote it and where. */
type Path = readonly number[];
const element = (token: number, layer: number, head: number, dimension: number): number =>
  Math.fround(token * 100 + layer * 50 + head * 10 + dimension);

/** Outputs of a step in which the row at slot p writes `tokens[p]`. */
function written(tokens: readonly number[], kind: 'keys' | 'values'): Float32Array[] {
  const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
  return range(shape.layers).map((layer) =>
    Float32Array.from(
      range(shape.heads).flatMap((head) =>
        tokens.flatMap((token) =>
          range(shape.headSize).map((dimension) => element(kind === 'keys' ? token : -token, layer, head, dimension)),
        ),
      ),
    ),
  );
}

/** The tokens of the row at `place`, read back from every layer, head and dimension of both kinds. */
function expectRow(cache: RowCache, place: number, path: Path): void {
  const { rows, columns } = cache;
  for (let layer = 0; layer < shape.layers; layer++) {
    for (let head = 0; head < shape.heads; head++) {
      for (let dimension = 0; dimension < shape.headSize; dimension++) {
        const line = (head * rows + place) * shape.headSize + dimension;
        const keys = path.map((_, column) => cache.keys[layer]?.[line * columns + column]);
        expect(keys).toEqual(path.map((token) => element(token, layer, head, dimension)));
        const values = path.map(
          (_, column) => cache.values[layer]?.[((head * rows + place) * columns + column) * shape.headSize + dimension],
        );
        expect(values).toEqual(path.map((token) => element(-token, layer, head, dimension)));
      }
    }
  }
}

describe('RowCache', () => {
  it('keeps each row’s tokens when rows end, multiply and move', () => {
    // Each step: parents as fractions of the current rows, so that any number of rows can follow.
    const step = fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.array(step, { maxLength: 24 }), (first, steps) => {
        const cache = new RowCache(shape, first);
        let nextToken = 1;
        let paths: Path[] = Array.from({ length: first }, () => []);
        let places: readonly number[] = paths.map((_, row) => row);
        const write = (): void => {
          paths = paths.map((path) => [...path, nextToken++]);
          const tokensAt = new Array<number>(paths.length);
          places.forEach((place, row) => (tokensAt[place] = paths[row]?.at(-1) ?? 0));
          cache.append(written(tokensAt, 'keys'), written(tokensAt, 'values'), 1);
        };
        write();
        for (const fractions of steps) {
          const parents = fractions.map((fraction) => Math.floor(fraction * paths.length));
          places = cache.arrange(parents.map((parent) => places[parent] ?? -1));
          paths = parents.map((parent) => paths[parent] ?? []);
          expect([...places].sort((a, b) => a - b)).toEqual(paths.map((_, row) => row));
          write();
        }
        expect(cache.length).toBe(steps.length + 1);
        paths.forEach((path, row) => {
          expectRow(cache, places[row] ?? -1, path);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('does not move a row with one continuation', () => {
    const cache = new RowCache(shape, 3);
    cache.append(written([1, 2, 3], 'keys'), written([1, 2, 3], 'values'), 1);
    expect(cache.arrange([2, 0, 1])).toEqual([2, 0, 1]);
    // Row 2 has two children: the second takes the slot that row 0 left.
    expect(cache.arrange([1, 2, 2])).toEqual([1, 2, 0]);
    expectRow(cache, 0, [3]);
  });

  it('takes several tokens at once', () => {
    const cache = new RowCache({ layers: 1, heads: 1, headSize: 2 }, 1);
    cache.append([Float32Array.of(1, 2, 3, 10, 20, 30)], [Float32Array.of(1, 10, 2, 20, 3, 30)], 3);
    cache.append([Float32Array.of(4, 40)], [Float32Array.of(4, 40)], 1);
    const { columns, length } = cache;
    expect(length).toBe(4);
    expect([...(cache.keys[0] ?? [])].filter((_, index) => index % columns < length)).toEqual([
      1, 2, 3, 4, 10, 20, 30, 40,
    ]);
    expect([...(cache.values[0] ?? [])].slice(0, 8)).toEqual([1, 10, 2, 20, 3, 30, 4, 40]);
  });

  it('copies selected columns to new rows, and does not change', () => {
    const picks = fc.array(fc.uniqueArray(fc.nat(19), { maxLength: 20 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(picks, (columns) => {
        const cache = new RowCache(shape, 1);
        const tokens = Array.from({ length: 20 }, (_, column) => column + 1);
        for (const token of tokens) cache.append(written([token], 'keys'), written([token], 'values'), 1);
        const forked = cache.fork(columns);
        expect(forked.length).toBe(Math.max(...columns.map(({ length }) => length)));
        const after = columns.map((_, row) => 50 + row);
        forked.append(written(after, 'keys'), written(after, 'values'), 1);
        columns.forEach((picked, row) => {
          const paths = picked.map((column) => column + 1);
          const isLongest = picked.length === forked.length - 1;
          expectRow(forked, row, isLongest ? [...paths, 50 + row] : paths);
        });
        expectRow(cache, 0, tokens);
      }),
      { numRuns: 40 },
    );
  });
});
