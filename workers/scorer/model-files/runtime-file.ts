/** ONNX Runtime's WebAssembly, compressed. It is downloaded, verified, stored and counted like a file of the model. */
import url from 'onnx-runtime-compressed?url';
import { QualsError } from '../../../src/core/errors.js';
import type { StoredFile } from './model-file-loader.js';

/** Size and checksum of the file that this page was built with (runtime-build.ts): a newer page never runs an older runtime. */
declare const RUNTIME_BYTES: number;
declare const RUNTIME_SHA256: string;

export interface RuntimeFile extends StoredFile {
  /** Absolute, or relative to the worker's script. */
  readonly url: string;
}

export const RUNTIME_FILE: RuntimeFile = {
  url,
  path: 'ort-wasm-simd-threaded.asyncify.bin',
  bytes: RUNTIME_BYTES,
  sha256: RUNTIME_SHA256,
};

/** Throws QualsError `model-damaged`; after a correct checksum, the file itself was built wrongly. */
export async function decompress(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  try {
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch (error) {
    const detail = `${RUNTIME_FILE.path} cannot be decompressed: ${String(error)}`;
    throw new QualsError('model-damaged', detail, undefined, { cause: error });
  }
}
