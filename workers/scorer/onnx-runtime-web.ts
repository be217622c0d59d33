/** The one ONNX Runtime of the bundle: its asyncify build serves WebGPU and WASM. */
import * as ort from 'onnxruntime-web/webgpu';
import type { OnnxRuntime } from '../../src/inference/graphs/onnx-runtime.js';

/** More threads than this gain nothing: the matrices of one step are small. */
const MOST_THREADS = 4;

/** Threads share memory, which a page has only where it is cross-origin isolated (COOP and COEP headers). */
export function usableThreads(): number {
  return self.crossOriginIsolated ? Math.min(navigator.hardwareConcurrency, MOST_THREADS) : 1;
}

/**
 * Its settings hold for the life of the worker. `wasm`: its own WebAssembly, checked; it fetches nothing itself. The
 * first session compiles it, and then has no more use for the bytes.
 */
export function configuredRuntime(wasm: Uint8Array<ArrayBuffer>): OnnxRuntime {
  ort.env.wasm.wasmBinary = wasm;
  ort.env.wasm.numThreads = usableThreads();
  ort.env.logLevel = 'error';
  return ort;
}
