/** Reads the bytes of a response directly into their final memory, so that no part of a model is in memory twice. */
import { QualsError } from '../../../src/core/errors.js';

/**
 * Fills `target`; `onBytes` gets the number of bytes of each part. Throws QualsError `network-failed` if the response ends early,
 * and `model-damaged` if it has another length.
 */
export async function readBody(
  response: Response,
  name: string,
  target: Uint8Array,
  onBytes: (bytes: number) => void,
): Promise<void> {
  const reader = response.body?.getReader();
  let length = 0;
  while (reader) {
    const { done, value } = await readChunk(reader, name);
    if (done) break;
    if (length + value.length > target.length) {
      await reader.cancel();
      throw new QualsError('model-damaged', `${name}: more than the ${target.length} bytes it should have.`);
    }
    target.set(value, length);
    length += value.length;
    onBytes(value.length);
  }
  if (length !== target.length) {
    throw new QualsError('model-damaged', `${name}: ${length} bytes instead of ${target.length}.`);
  }
}

async function readChunk(
  reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>,
  name: string,
): Promise<ReadableStreamReadResult<Uint8Array<ArrayBuffer>>> {
  try {
    return await reader.read();
  } catch (error) {
    throw new QualsError('network-failed', `${name} broke off: ${String(error)}`, undefined, { cause: error });
  }
}
