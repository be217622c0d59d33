import { Tensor } from 'onnxruntime-node';
import { describe, expect, it } from 'vitest';
import { emptyKeyValues, joinKeyValues, KeyValues } from './key-values.js';

const sizes = { layers: 1, width: 4, queryHeads: 2, keyValueHeads: 2, headSize: 2, vocabulary: 10 };
const runtime = { Tensor } as Parameters<typeof emptyKeyValues>[0];

/** Element = 100 · head + 10 · dimension + position, so that the value encodes its place. */
function keyValues(places: number[]): KeyValues {
  const at = (head: number, dimension: number, place: number): number => 100 * head + 10 * dimension + place;
  const [heads, dimensions] = [
    [0, 1],
    [0, 1],
  ] as const;
  const keys = heads.flatMap((head) => dimensions.flatMap((d) => places.map((place) => at(head, d, place))));
  const values = heads.flatMap((head) => places.flatMap((place) => dimensions.map((d) => at(head, d, place))));
  const length = places.length;
  return new KeyValues(
    1,
    length,
    [new Tensor('float32', Float32Array.from(keys), [2, 1, 2, length])],
    [new Tensor('float32', Float32Array.from(values), [2, 1, length, 2])],
  );
}

describe('joinKeyValues', () => {
  it('appends the second stretch to the first in every head', () => {
    const joined = joinKeyValues(runtime, sizes, keyValues([0, 1]), keyValues([2]));
    const whole = keyValues([0, 1, 2]);
    expect(joined.length).toBe(3);
    expect(joined.keys[0]?.dims).toEqual([2, 1, 2, 3]);
    expect(joined.values[0]?.dims).toEqual([2, 1, 3, 2]);
    expect(joined.keys[0]?.data).toEqual(whole.keys[0]?.data);
    expect(joined.values[0]?.data).toEqual(whole.values[0]?.data);
  });

  it('frees both stretches', () => {
    const [first, second] = [keyValues([0]), keyValues([1])];
    joinKeyValues(runtime, sizes, first, second);
    expect([...first.keys, ...second.values].map(({ location }) => location)).toEqual(['none', 'none']);
    expect(() => {
      first.dispose();
    }).not.toThrow();
  });
});

describe('emptyKeyValues', () => {
  it('has one row of the wanted length', () => {
    expect(emptyKeyValues(runtime, sizes, 0).keys[0]?.dims).toEqual([2, 1, 2, 0]);
    expect(emptyKeyValues(runtime, sizes, 1).values[0]?.data).toEqual(new Float32Array(4));
  });
});
