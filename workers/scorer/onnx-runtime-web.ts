/** The only ONNX Runtime of the bundle: its asyncify build serves WebGPU and WASM. */
import * as ort from 'onnxruntime-web/webgpu';
import type { OnnxRuntime } from '../../src/inference/graphs/onnx-runtime.js';

/** More threads bring no gain: the matrices of one step are small. */
const MOST_THREADS = 4;

/** Threads share memory, which requires a cross-origin isolated page (COOP and COEP headers). */
export function usableThreads(): number {
  // WebKitGTK isolates pages without having the memory that threads share; the runtime then uses one thread, whatever it is told.
  const canShare = self.crossOriginIsolated && typeof SharedArrayBuffer !== 'undefined';
  return canShare ? Math.min(navigator.hardwareConcurrency, MOST_THREADS) : 1;
}

/**
 * The settings are fixed for the life of the worker. `wasm`: the verified WebAssembly; the runtime downloads nothing itself. The
 * first session compiles it and then no longer needs the bytes.
 */
export function configuredRuntime(wasm: Uint8Array<ArrayBuffer>): OnnxRuntime {
  ort.env.wasm.wasmBinary = wasm;
  ort.env.wasm.numThreads = usableThreads();
  ort.env.logLevel = 'error';
  return ort;
}
