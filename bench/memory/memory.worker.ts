/** Loads a model and scores once, and stops at each moment that the benchmark measures. */
import { expose } from 'comlink';
import wasmUrl from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';
import webgpuUrl from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?url';
import { freeArrays } from '../../src/inference/graphs/free-arrays.js';
import { OnnxQAGenModel } from '../../src/inference/onnx-qagen-model.js';
import { warmUp } from '../../workers/scorer/warm-up.js';
import { fetchModel } from '../page/fetch-model.js';
import { measureScore } from '../page/measure-score.js';
import type { RunMemory } from './contract.js';

/** The runtime tells nobody the size of its memory, so the constructor does. */
let memory: WebAssembly.Memory | undefined;
WebAssembly.Memory = new Proxy(WebAssembly.Memory, {
  construct: (target, [descriptor]: [WebAssembly.MemoryDescriptor]) => {
    const created = new target(descriptor);
    // Emscripten also creates an empty one, only for its constructor.
    if ((descriptor.maximum ?? 0) > 0) memory = created;
    return created;
  },
});

const run: RunMemory = async ({ modelUrl, threads, runtime, prepack, score }, onMoment) => {
  const reach = (name: string): Promise<void> => onMoment(name, memory?.buffer.byteLength ?? 0);
  const ort = await (runtime === 'wasm' ? import('onnxruntime-web/wasm') : import('onnxruntime-web/webgpu'));
  ort.env.wasm.wasmPaths = { wasm: runtime === 'wasm' ? wasmUrl : webgpuUrl };
  ort.env.wasm.numThreads = threads;
  ort.env.logLevel = 'error';
  await reach('empty page and worker');
  const files = await fetchModel(modelUrl);
  await reach('files read');
  const model = await OnnxQAGenModel.open(files, {
    runtime: ort,
    kind: 'cpu',
    executionProviders: ['wasm'],
    prepack,
  });
  await reach('sessions open');
  freeArrays([files.weights]);
  await warmUp(model);
  await reach('warm');
  const scoring = await measureScore(model, score, { bytesToJs: 0, bytesFromJs: 0 });
  await reach('scored');
  return scoring;
};

expose(run);
