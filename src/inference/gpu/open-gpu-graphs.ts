/** Opens the graphs for GPUs. Weights stay quantised; logits, keys and values stay on the device. */
import type { Tensor } from 'onnxruntime-common';
import { layerNames } from '../graphs/body-feeds.js';
import { type Graphs, sessionOptions } from '../graphs/graphs.js';
import type { GpuBackend } from '../graphs/onnx-runtime.js';
import type { ModelFiles } from '../model-files/model-files.js';
import { GpuBody } from './gpu-body.js';
import { GpuHead } from './gpu-head.js';
import { GpuTokenRanks } from './gpu-token-ranks.js';
import { GpuTokenSelection } from './gpu-token-selection.js';

/** Throws QualsError `model-incompatible`, and errors of ONNX Runtime and WebGPU. */
export async function openGpuGraphs(files: ModelFiles, backend: GpuBackend): Promise<Graphs> {
  const { runtime, gpuDevice } = backend;
  const { architecture } = files.manifest;
  const selection = await GpuTokenSelection.create(gpuDevice, architecture.vocabulary);
  const ranks = await GpuTokenRanks.create(gpuDevice, architecture.vocabulary);
  const options = { ...sessionOptions(files, backend), preferredOutputLocation: 'gpu-buffer' as const };
  // Head first: the temporary memory of its preparation is free again when the larger body loads.
  const head = await runtime.InferenceSession.create(files.head, options);
  return {
    head: new GpuHead(head, runtime, architecture, selection, ranks),
    body: await openGpuBody(files, backend),
  };
}

/** The body also runs on a CPU; its outputs then stay in CPU memory. Throws as `openGpuGraphs`. */
export async function openGpuBody(
  files: Pick<ModelFiles, 'manifest' | 'body' | 'weights'>,
  backend: Pick<GpuBackend, 'runtime' | 'executionProviders'>,
): Promise<GpuBody> {
  const { architecture } = files.manifest;
  const session = await backend.runtime.InferenceSession.create(files.body, {
    ...sessionOptions(files, backend),
    preferredOutputLocation: keepOnDevice(architecture.layers),
  });
  return new GpuBody(session, backend.runtime, architecture);
}

function keepOnDevice(layers: number): Record<string, Tensor.DataLocation> {
  const kept = [...layerNames('present_k', layers), ...layerNames('present_v', layers)];
  return { hidden: 'cpu', ...Object.fromEntries(kept.map((name) => [name, 'gpu-buffer'] as const)) };
}
