/** The bytes of an answer, straight into the memory where they are wanted: nothing of a model stands in memory twice. */
import { QualsError } from '../../../src/core/errors.js';

/**
 * Fills `target`; `onBytes` hears how many came. Throws QualsError `network-failed` where the answer breaks off, and
 * `model-damaged` where it has another length.
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
