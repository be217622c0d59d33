/** Inputs as they arrive: in chunks that end anywhere. */

export async function* chunksOf<T>(...chunks: readonly T[]): AsyncGenerator<T> {
  yield* chunks;
}

/** `bytes` in pieces of `size`. */
export async function* piecesOf(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

export async function listOf<T>(values: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const value of values) list.push(value);
  return list;
}
