/** ONNX Runtime's WebAssembly. It is as large as a shard, so it is downloaded, verified, stored and counted like one. */
import url from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?url';
import type { StoredFile } from './model-file-loader.js';

/** The checksum of the file that this page was built with (vite.config.ts): a newer page never runs an older runtime. */
declare const RUNTIME_BYTES: number;
declare const RUNTIME_SHA256: string;

export interface RuntimeFile extends StoredFile {
  /** Absolute, or relative to the worker's script. */
  readonly url: string;
}

export const RUNTIME_FILE: RuntimeFile = {
  url,
  path: 'ort-wasm-simd-threaded.asyncify.wasm',
  bytes: RUNTIME_BYTES,
  sha256: RUNTIME_SHA256,
};
