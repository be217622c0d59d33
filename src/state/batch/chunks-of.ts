/** A file piece by piece: one of 100 MB need not fit the memory. Rejects where the file changed meanwhile. */
const CHUNK_BYTES = 1024 * 1024;

export async function* chunksOf(blob: Blob): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < blob.size; start += CHUNK_BYTES) {
    yield new Uint8Array(await blob.slice(start, start + CHUNK_BYTES).arrayBuffer());
  }
}
