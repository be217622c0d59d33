/** The two graphs of a model, opened: sessions over the same weights. */
import type { Tensor } from 'onnxruntime-common';
import { type BodyGraph, layerNames } from './body-graph.js';
import { CpuBody } from './cpu-body.js';
import { CpuHead } from './cpu-head.js';
import { GpuBody } from './gpu-body.js';
import { GpuHead } from './gpu-head.js';
import type { HeadGraph } from './head-graph.js';
import type { Manifest } from './manifest.js';
import type { Head } from './next-tokens.js';
import type { Backend } from './onnx-runtime.js';

/**
 * Tokens that go through the body in one run where there is a choice. Measured: chunks of 128 cost a long text
 * nothing; and one run stays short enough to stop between two, and small enough for 8,192 tokens of prefix.
 */
export const TOKENS_PER_RUN = 128;

export interface Graphs {
  readonly body: BodyGraph;
  readonly head: HeadGraph & Head;
}

/** A body and a head for the kind of device at hand. */
export interface GraphFiles {
  readonly body: Uint8Array;
  readonly head: Uint8Array;
  /** The shards joined: external data of all graphs. */
  readonly weights: Uint8Array;
}

/** Throws QualsError `model-incompatible`, and what ONNX Runtime throws. */
export async function openGraphs(manifest: Manifest, files: GraphFiles, backend: Backend): Promise<Graphs> {
  const { architecture } = manifest;
  const { runtime, kind, gpuDevice } = backend;
  const options = {
    executionProviders: backend.executionProviders,
    graphOptimizationLevel: 'all',
    // Errors alone: a warning says that shapes are computed on the CPU, as they should be.
    logSeverityLevel: 3,
    externalData: [{ path: manifest.externalData, data: files.weights }],
    // Lets DequantizeLinear of a weight run once, while loading, instead of in every run.
    extra: { session: { disable_quant_qdq: '1' } },
  } as const;
  // The head first: what its preparation takes for a moment is free again for the larger body.
  const headSession = await runtime.InferenceSession.create(
    files.head,
    gpuDevice ? { ...options, preferredOutputLocation: 'gpu-buffer' } : options,
  );
  const head = gpuDevice
    ? await GpuHead.open(headSession, runtime, architecture, gpuDevice)
    : new CpuHead(headSession, runtime, architecture.width, architecture.vocabulary);
  const bodySession = await runtime.InferenceSession.create(
    files.body,
    kind === 'gpu' ? { ...options, preferredOutputLocation: keepOnDevice(architecture.layers) } : options,
  );
  const Body = kind === 'gpu' ? GpuBody : CpuBody;
  return { body: new Body(bodySession, runtime, architecture), head };
}

function keepOnDevice(layers: number): Record<string, Tensor.DataLocation> {
  const kept = [...layerNames('present_k', layers), ...layerNames('present_v', layers)];
  return { hidden: 'cpu', ...Object.fromEntries(kept.map((name) => [name, 'gpu-buffer'] as const)) };
}
