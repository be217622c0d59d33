/** KV cache of a decoder's rows, as the tensors that the next run takes as input. */
import { cat, Tensor } from '@huggingface/transformers';

export type Tensors = Readonly<Record<string, Tensor>>;

export interface CachedRows {
  readonly rows: number;
  /** Number of tokens that each row has read. */
  readonly length: number;
  /** Keys and values, `past_key_values.*`, rows first. Empty before the first token. */
  readonly past: Tensors;
  /** Sequence to sequence only: the encoder's states and mask of the text, rows first. */
  readonly encoded: Tensors;
}

/** Row i of the result is row `parents[i]`. */
export function takeRows(cache: CachedRows, parents: readonly number[]): CachedRows {
  if (parents.length === cache.rows && parents.every((parent, row) => parent === row)) return cache;
  const take = (tensors: Tensors): Tensors =>
    Object.fromEntries(Object.entries(tensors).map(([name, tensor]) => [name, takeTensorRows(tensor, parents)]));
  return { rows: parents.length, length: cache.length, past: take(cache.past), encoded: take(cache.encoded) };
}

function takeTensorRows({ type, data, dims }: Tensor, parents: readonly number[]): Tensor {
  const [rows = 1, ...rest] = dims;
  const source = data as Float32Array;
  const size = source.length / rows;
  const TypedArray = source.constructor as Float32ArrayConstructor;
  const taken = new TypedArray(parents.length * size);
  parents.forEach((parent, row) => {
    taken.set(source.subarray(parent * size, (parent + 1) * size), row * size);
  });
  return new Tensor(type, taken, [parents.length, ...rest]);
}

/** The rows of all caches. All have read the same number of tokens after the same text. */
export function joinRows(caches: readonly CachedRows[]): CachedRows {
  const [first, ...others] = caches;
  if (!first) throw new RangeError('There is no cache to join.');
  if (others.length === 0) return first;
  const join = (of: (cache: CachedRows) => Tensors): Tensors =>
    Object.fromEntries(
      Object.keys(of(first)).map((name) => [name, joinTensors(caches.map((cache) => of(cache)[name]))]),
    );
  return {
    rows: caches.reduce((sum, { rows }) => sum + rows, 0),
    length: first.length,
    past: join(({ past }) => past),
    encoded: join(({ encoded }) => encoded),
  };
}

function joinTensors(tensors: readonly (Tensor | undefined)[]): Tensor {
  const parts = tensors.filter((tensor) => tensor !== undefined);
  const [first] = parts;
  if (!first || parts.length < tensors.length) throw new RangeError('Caches of one model hold the same tensors.');
  return cat(parts, 0);
}

/**
 * The cache after a run. If the graph outputs the encoder's keys and values again, the inputs are kept: optimum's exported
 * graphs output empty ones in that case.
 */
export function cacheAfter(before: CachedRows, newTokens: number, outputs: Tensors): CachedRows {
  const past = Object.entries(outputs)
    .filter(([name]) => name.startsWith('present'))
    .map(([name, tensor]) => {
      const pastName = name.replace('present', 'past_key_values');
      const unchanged = name.includes('.encoder.') ? before.past[pastName] : undefined;
      return [pastName, unchanged ?? tensor] as const;
    });
  return { ...before, length: before.length + newTokens, past: Object.fromEntries(past) };
}
