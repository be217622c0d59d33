/** The generic implementation in a browser's worker: @huggingface/transformers on WASM, with a count of copied bytes. */
import { env } from '@huggingface/transformers';
import * as ort from 'onnxruntime-web/webgpu';
import wasmUrl from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?url';
import type { GenericQAGenModel } from '../../src/inference/generic/generic-qagen-model.js';
import { openGenericModel } from '../../src/inference/generic/open-generic-model.js';
import type { OnnxRuntime } from '../../src/inference/graphs/onnx-runtime.js';
import { countedRuntime, type Crossings } from '../page/counted-runtime.js';
import { SHIPPED_TOKENS } from './shipped-tokens.js';

export interface OpenGeneric {
  readonly model: GenericQAGenModel;
  readonly crossings: Crossings;
}

/** `modelUrl`: a folder that `writeCausalModel` wrote, on this origin. Call it once per worker. */
export async function openGeneric(modelUrl: string, threads: number): Promise<OpenGeneric> {
  const { location, crossings } = prepareLibrary(modelUrl, threads);
  const model = await openGenericModel({ location, fromHub: false, ...SHIPPED_TOKENS });
  return { model, crossings };
}

/** `location`: in the form that transformers.js expects. */
export function prepareLibrary(modelUrl: string, threads: number): { location: string; crossings: Crossings } {
  // The same runtime as ours: transformers.js imports the same module.
  ort.env.wasm.wasmPaths = { wasm: wasmUrl };
  ort.env.wasm.numThreads = threads;
  env.useWasmCache = false;
  // Another run serves other weights at the same URL.
  env.useBrowserCache = false;
  const crossings = countSessions();
  // A path: transformers.js would read an absolute URL as a name on the Hub.
  const location = new URL(modelUrl).pathname.replace(/\/$/u, '');
  return { location, crossings };
}

/** The library creates its sessions itself, so the count wraps ONNX Runtime's constructor, which both use. */
function countSessions(): Crossings {
  const sessions = ort.InferenceSession as { create: OnnxRuntime['InferenceSession']['create'] };
  const create = sessions.create.bind(sessions) as typeof sessions.create;
  const { runtime, crossings } = countedRuntime({ Tensor: ort.Tensor, InferenceSession: { create } });
  sessions.create = runtime.InferenceSession.create;
  return crossings;
}
