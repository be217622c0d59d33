/** Opens a model from its files, warms it up and checks it, on the best device that passes. */
import { type ErrorCode, QualsError } from '../../src/core/errors.js';
import type { Device, LoadProgress, RefusedDevice, RuntimeStart } from '../../src/core/scorer.js';
import { faultOf } from '../../src/inference/faults.js';
import { freeArrays } from '../../src/inference/graphs/free-arrays.js';
import { OnnxQAGenModel } from '../../src/inference/onnx-qagen-model.js';
import { checkModel, type SelfCheck } from '../../src/inference/model-files/self-check.js';
import { DeviceWatch } from './device/device-watch.js';
import { adapterName, featureSets, findAdapter, requestDevice } from './device/gpu-device.js';
import type { LoadedFiles } from './model-files/load-model-files.js';
import { configuredRuntime, usableThreads } from './onnx-runtime-web.js';
import type { ProbedDevice } from './device/probe-device.js';
import { warmUp } from './warm-up.js';

export interface OpenModel {
  readonly model: OnnxQAGenModel;
  readonly device: Device;
  readonly deviceDetail: string;
  readonly threads: number;
  readonly refused: readonly RefusedDevice[];
  readonly gpuDevice: GPUDevice | undefined;
}

const NOT_OF_THE_DEVICE: ReadonlySet<ErrorCode> = new Set([
  'model-damaged',
  'model-incompatible',
  'device-lost',
  'runtime-not-started',
]);

type OnProgress = (progress: LoadProgress) => void;

/**
 * Throws QualsError `device-unavailable` if the GPU is gone since the probe, `device-lost` if it was lost while loading, and
 * `device-wrong` if a GPU failed the self-check. ONNX Runtime fixes its settings once per worker, so the page then starts a
 * new worker with WASM (src/scorer/next-load.ts).
 */
export async function openModel(
  loaded: LoadedFiles,
  probed: ProbedDevice,
  start: RuntimeStart | undefined,
  onProgress: OnProgress,
): Promise<OpenModel> {
  if (probed.device === 'wasm') return openOnWasm(loaded, probed.refused, start, onProgress);
  // A new adapter: the download since the probe may have taken minutes.
  return openOnGpu(loaded, await findAdapter(), start, onProgress);
}

async function openOnWasm(
  loaded: LoadedFiles,
  refused: readonly RefusedDevice[],
  start: RuntimeStart | undefined,
  onProgress: OnProgress,
): Promise<OpenModel> {
  const runtime = await configuredRuntime(loaded.runtimeVariant, loaded.runtime, start);
  const threads = usableThreads(start);
  onProgress({ phase: 'prepare' });
  const executionProviders = ['wasm'] as const;
  const model = await OnnxQAGenModel.open(loaded.files, { runtime, kind: 'cpu', executionProviders, prepack: false });
  // ONNX Runtime has its own copy now, and this worker tries no other device.
  freeArrays([loaded.files.weights, loaded.runtime]);
  await prove(model, loaded.selfCheck, onProgress);
  const deviceDetail = threads === 1 ? '1 thread' : `${threads} threads`;
  return { model, device: 'wasm', deviceDetail, threads, refused, gpuDevice: undefined };
}

async function openOnGpu(
  loaded: LoadedFiles,
  first: GPUAdapter,
  start: RuntimeStart | undefined,
  onProgress: OnProgress,
): Promise<OpenModel> {
  const runtime = await configuredRuntime(loaded.runtimeVariant, loaded.runtime, start);
  const refused: RefusedDevice[] = [];
  let cause: unknown;
  for (const [attempt, features] of featureSets(first).entries()) {
    let gpuDevice: GPUDevice | undefined;
    try {
      // An adapter gives one device: the one that made a refused device is used up.
      const adapter = attempt === 0 ? first : await findAdapter();
      const device = (gpuDevice = await requestDevice(adapter, features));
      const executionProviders = [{ name: 'webgpu', device }] as const;
      onProgress({ phase: 'prepare' });
      const model = await new DeviceWatch(device).during(async () => {
        const opened = await OnnxQAGenModel.open(loaded.files, {
          runtime,
          kind: 'gpu',
          executionProviders,
          gpuDevice: device,
        });
        await prove(opened, loaded.selfCheck, onProgress);
        return opened;
      });
      freeArrays([loaded.runtime]);
      const deviceDetail = adapterName(adapter);
      return { model, device: 'webgpu', deviceDetail, threads: usableThreads(start), refused, gpuDevice: device };
    } catch (error) {
      gpuDevice?.destroy();
      const fault = faultOf(error);
      // Another device would not repair the files, and a lost device was not checked.
      if (NOT_OF_THE_DEVICE.has(fault.code)) throw error;
      cause = error;
      refused.push({ device: `WebGPU (${features.join(', ') || 'no optional features'})`, reason: fault.detail });
    }
  }
  const detail = refused.map(({ device, reason }) => `${device}: ${reason}`).join(' ');
  throw new QualsError('device-wrong', detail, undefined, { cause });
}

/** Throws QualsError `device-wrong` if the model's numbers differ from PyTorch; the model is then released. */
async function prove(model: OnnxQAGenModel, selfCheck: SelfCheck, onProgress: OnProgress): Promise<void> {
  try {
    onProgress({ phase: 'warm-up' });
    await warmUp(model);
    onProgress({ phase: 'self-check' });
    await checkModel(model, selfCheck);
  } catch (error) {
    await model.release();
    throw error;
  }
}
