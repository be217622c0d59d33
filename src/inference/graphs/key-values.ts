/** Keys and values of all layers for one stretch of tokens: a text's prefix, or the tokens of the paths. */
import type { Tensor } from 'onnxruntime-common';
import { freeArrays } from './free-arrays.js';
import type { Architecture } from '../model-files/manifest.js';
import type { OnnxRuntime } from './onnx-runtime.js';

/** `keys[layer]` float32 [H, rows, D, length], after rotary embedding; `values[layer]` float32 [H, rows, length, D]. */
export class KeyValues {
  constructor(
    readonly rows: number,
    readonly length: number,
    readonly keys: readonly Tensor[],
    readonly values: readonly Tensor[],
  ) {}

  /** Frees the memory immediately, on the GPU and on the CPU; garbage collection is too slow. A second call does nothing. */
  dispose(): void {
    release([...this.keys, ...this.values]);
  }
}

function release(tensors: readonly Tensor[]): void {
  // A disposed tensor has location "none" and must not be disposed of again.
  const held = tensors.filter(({ location }) => location !== 'none');
  const arrays = held.filter(({ location }) => location === 'cpu').map(({ data }) => data as Float32Array);
  for (const tensor of held) tensor.dispose();
  if (arrays.length > 0) freeArrays(arrays);
}

/** One row of zeros. `length` 0: empty cache. `length` 1: the prefix before anything has been read, always masked. */
export function emptyKeyValues(runtime: OnnxRuntime, architecture: Architecture, length: 0 | 1): KeyValues {
  const { layers, keyValueHeads, headSize } = architecture;
  const zeros = new Float32Array(keyValueHeads * headSize * length);
  const layer = <T>(make: () => T): T[] => Array.from({ length: layers }, make);
  return new KeyValues(
    1,
    length,
    layer(() => new runtime.Tensor('float32', zeros, [keyValueHeads, 1, headSize, length])),
    layer(() => new runtime.Tensor('float32', zeros, [keyValueHeads, 1, length, headSize])),
  );
}

/**
 * Joins `first` and `second`, one row each, in typed arrays. Frees both layer by layer, so that a long text is never in
 * memory twice.
 */
export function joinKeyValues(
  runtime: OnnxRuntime,
  { keyValueHeads, headSize }: Architecture,
  first: KeyValues,
  second: KeyValues,
): KeyValues {
  const length = first.length + second.length;
  const join = (a: Tensor, b: Tensor, blocks: number, dims: readonly number[]): Tensor => {
    const joined = interleaveBlocks(a.data as Float32Array, b.data as Float32Array, blocks);
    release([a, b]);
    return new runtime.Tensor('float32', joined, dims);
  };
  const keys = first.keys.map((key, layer) =>
    // Length is the last axis, so each dimension of each head is a separate block.
    join(key, at(second.keys, layer), keyValueHeads * headSize, [keyValueHeads, 1, headSize, length]),
  );
  const values = first.values.map((value, layer) =>
    join(value, at(second.values, layer), keyValueHeads, [keyValueHeads, 1, length, headSize]),
  );
  return new KeyValues(1, length, keys, values);
}

/** Both arrays hold `blocks` blocks of equal size; block i of the result is block i of `a` followed by block i of `b`. */
function interleaveBlocks(a: Float32Array, b: Float32Array, blocks: number): Float32Array {
  const [sizeA, sizeB] = [a.length / blocks, b.length / blocks];
  const joined = new Float32Array(a.length + b.length);
  for (let block = 0; block < blocks; block++) {
    const start = block * (sizeA + sizeB);
    joined.set(a.subarray(block * sizeA, (block + 1) * sizeA), start);
    joined.set(b.subarray(block * sizeB, (block + 1) * sizeB), start + sizeA);
  }
  return joined;
}

function at(tensors: readonly Tensor[], layer: number): Tensor {
  const tensor = tensors[layer];
  if (!tensor) throw new RangeError(`No layer ${layer}.`);
  return tensor;
}
