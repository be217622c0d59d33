import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** ONNX Runtime's WebAssembly. The worker checks it like a file of the model (workers/scorer/model-files/runtime-file.ts). */
const runtime = readFileSync(
  fileURLToPath(import.meta.resolve('onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm')),
);

/** Global constants of the build: the worker compares the file with them, the page states the size. */
export const RUNTIME_DEFINE = {
  RUNTIME_BYTES: runtime.length,
  RUNTIME_SHA256: JSON.stringify(createHash('sha256').update(runtime).digest('hex')),
};
