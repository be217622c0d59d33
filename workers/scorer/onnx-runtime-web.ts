/** ONNX Runtime in the worker. Each variant is a script of its own, from which its threads start. */
import type { OnnxRuntime } from '../../src/inference/graphs/onnx-runtime.js';
import type { RuntimeStart } from '../../src/core/scorer.js';
import type { RuntimeVariant } from './model-files/runtime-file.js';

/** More threads bring no gain: the matrices of one step are small. */
const MOST_THREADS = 4;

/** Threads share memory, which requires a cross-origin isolated page (COOP and COEP headers). */
export function usableThreads(start: RuntimeStart | undefined): number {
  // WebKitGTK isolates pages without having the memory that threads share; the runtime then uses one thread, whatever it is told.
  const canShare = self.crossOriginIsolated && typeof SharedArrayBuffer !== 'undefined';
  return canShare ? Math.min(navigator.hardwareConcurrency, start?.mostThreads ?? MOST_THREADS) : 1;
}

/**
 * The settings are fixed for the life of the worker. `wasm`: the verified WebAssembly of this variant; the runtime downloads nothing
 * itself. The first session compiles it and then no longer needs the bytes. It also waits for the threads, and a browser can lose one:
 * without a limit it would then wait for ever.
 */
export async function configuredRuntime(
  variant: RuntimeVariant,
  wasm: Uint8Array<ArrayBuffer>,
  start: RuntimeStart | undefined,
): Promise<OnnxRuntime> {
  const ort = await (variant === 'wasm' ? import('onnxruntime-web/wasm') : import('onnxruntime-web/webgpu'));
  ort.env.wasm.wasmBinary = wasm;
  ort.env.wasm.numThreads = usableThreads(start);
  // 0: no limit.
  ort.env.wasm.initTimeout = start?.limitMs ?? 0;
  ort.env.logLevel = 'error';
  return ort;
}

/**
 * In the library the runtime is bundled into the worker's own script, so its threads start from there and need it again. In the page's
 * build no thread gets here.
 */
export async function becomeThread(): Promise<void> {
  await import('onnxruntime-web/webgpu');
}
