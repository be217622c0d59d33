/** Text as compressed bytes (raw DEFLATE of its UTF-8), and back. */

export async function deflate(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

export type Inflated =
  | { readonly ok: true; readonly text: string }
  /** `too-large`: more bytes than allowed. `damaged`: no complete DEFLATE stream. `not-text`: no valid UTF-8. */
  | { readonly ok: false; readonly fault: 'too-large' | 'damaged' | 'not-text' };

/**
 * Stops at the first chunk that goes over `mostBytes`: a few bytes can inflate to gigabytes.
 */
export async function inflate(bytes: Uint8Array<ArrayBuffer>, mostBytes: number): Promise<Inflated> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      size += read.value.byteLength;
      if (size > mostBytes) return { ok: false, fault: 'too-large' };
      chunks.push(read.value);
    }
  } catch {
    return { ok: false, fault: 'damaged' };
  } finally {
    // Rejects where the stream failed already.
    reader.cancel().catch(() => undefined);
  }
  const whole = new Uint8Array(await new Blob(chunks).arrayBuffer());
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(whole) };
  } catch {
    return { ok: false, fault: 'not-text' };
  }
}
