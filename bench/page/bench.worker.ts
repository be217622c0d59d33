/** The benchmark's worker: the same inference code and runtime as the page's, with a given number of threads. */
import { expose } from 'comlink';
import * as ort from 'onnxruntime-web/webgpu';
import wasmUrl from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?url';
import { freeArrays } from '../../src/inference/graphs/free-arrays.js';
import { OnnxQAGenModel } from '../../src/inference/onnx-qagen-model.js';
import type { Backend, OnnxRuntime } from '../../src/inference/graphs/onnx-runtime.js';
import { featureSets, findAdapter, requestDevice } from '../../workers/scorer/device/gpu-device.js';
import { warmUp } from '../../workers/scorer/warm-up.js';
import { measureProducts } from './bare-products.js';
import type { Bench } from './contract.js';
import { countedRuntime } from './counted-runtime.js';
import { fetchModel } from './fetch-model.js';
import { measureLook } from './measure-look.js';
import { measureScore } from './measure-score.js';

/** ONNX Runtime starts its threads from the script that it is bundled into: this one. */
const THREAD_NAME = 'em-pthread';

function configure(threads: number): void {
  ort.env.wasm.wasmPaths = { wasm: wasmUrl };
  ort.env.wasm.numThreads = threads;
  ort.env.logLevel = 'error';
}

async function backendOn(device: 'wasm' | 'webgpu', runtime: OnnxRuntime): Promise<Backend> {
  if (device === 'wasm') return { runtime, kind: 'cpu', executionProviders: ['wasm'] };
  const adapter = await findAdapter();
  const gpuDevice = await requestDevice(adapter, featureSets(adapter)[0] ?? []);
  return { runtime, kind: 'gpu', executionProviders: [{ name: 'webgpu', device: gpuDevice }], gpuDevice };
}

function createBench(): Bench {
  const { runtime, crossings } = countedRuntime(ort);
  let model: OnnxQAGenModel | undefined;
  return {
    open: async ({ modelUrl, device, threads }) => {
      configure(threads);
      const files = await fetchModel(modelUrl);
      const started = performance.now();
      model = await OnnxQAGenModel.open(files, await backendOn(device, runtime));
      freeArrays([files.weights]);
      await warmUp(model);
      return performance.now() - started;
    },
    score: (request) => {
      if (!model) throw new Error('No model is open.');
      return measureScore(model, request, crossings);
    },
    look: (request, edits) => {
      if (!model) throw new Error('No model is open.');
      return measureLook(model, request, edits, crossings);
    },
    bareProducts: (graphUrl, threads, rows, runs) => {
      configure(threads);
      return measureProducts(ort, graphUrl, rows, runs);
    },
  };
}

if (self.name !== THREAD_NAME) expose(createBench());
