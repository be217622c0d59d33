/** The benchmark's worker: the same inference code and runtime as the page's, with a given number of threads. */
import { expose } from 'comlink';
import webgpuUrl from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?url';
import wasmUrl from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';
import { freeArrays } from '../../src/inference/graphs/free-arrays.js';
import { OnnxQAGenModel } from '../../src/inference/onnx-qagen-model.js';
import type { Backend, OnnxRuntime } from '../../src/inference/graphs/onnx-runtime.js';
import { featureSets, findAdapter, requestDevice } from '../../workers/scorer/device/gpu-device.js';
import { warmUp } from '../../workers/scorer/warm-up.js';
import { measureProducts } from './bare-products.js';
import type { Bench } from './contract.js';
import { countedRuntime, type Crossings } from './counted-runtime.js';
import { fetchModel } from './fetch-model.js';
import { measureLook } from './measure-look.js';
import { measureScore } from './measure-score.js';

/** The variant that the page runs on this device. */
async function configured(device: 'wasm' | 'webgpu', threads: number): Promise<OnnxRuntime> {
  const ort = await (device === 'wasm' ? import('onnxruntime-web/wasm') : import('onnxruntime-web/webgpu'));
  ort.env.wasm.wasmPaths = { wasm: device === 'wasm' ? wasmUrl : webgpuUrl };
  ort.env.wasm.numThreads = threads;
  ort.env.logLevel = 'error';
  return ort;
}

async function backendOn(device: 'wasm' | 'webgpu', runtime: OnnxRuntime): Promise<Backend> {
  if (device === 'wasm') return { runtime, kind: 'cpu', executionProviders: ['wasm'], prepack: false };
  const adapter = await findAdapter();
  const gpuDevice = await requestDevice(adapter, featureSets(adapter)[0] ?? []);
  return { runtime, kind: 'gpu', executionProviders: [{ name: 'webgpu', device: gpuDevice }], gpuDevice };
}

function createBench(): Bench {
  let crossings: Crossings = { bytesToJs: 0, bytesFromJs: 0 };
  let model: OnnxQAGenModel | undefined;
  return {
    open: async ({ modelUrl, device, threads }) => {
      const counted = countedRuntime(await configured(device, threads));
      crossings = counted.crossings;
      const files = await fetchModel(modelUrl);
      const started = performance.now();
      model = await OnnxQAGenModel.open(files, await backendOn(device, counted.runtime));
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
    bareProducts: async (graphUrl, threads, rows, runs) =>
      measureProducts(await configured('wasm', threads), graphUrl, rows, runs),
  };
}

expose(createBench());
