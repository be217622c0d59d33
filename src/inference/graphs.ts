/** The two graphs of a model: sessions over the same weights. */
import type { InferenceSession, Tensor } from 'onnxruntime-common';
import { type BodyGraph, layerNames } from './body-graph.js';
import { CpuBody } from './cpu-body.js';
import { CpuHead } from './cpu-head.js';
import { GpuBody } from './gpu-body.js';
import { GpuHead } from './gpu-head.js';
import type { HeadGraph } from './head-graph.js';
import { GpuTokenRanks } from './gpu-token-ranks.js';
import { GpuTokenSelection } from './gpu-token-selection.js';
import type { Architecture, Manifest } from './manifest.js';
import type { Head } from './next-tokens.js';
import type { Backend } from './onnx-runtime.js';

/**
 * Prefill chunk in tokens. Measured: chunks of 128 do not slow down a long text. One run stays short enough to stop
 * between two, and small enough for a prefix of 8,192 tokens.
 */
export const TOKENS_PER_RUN = 128;

export interface Graphs {
  readonly body: BodyGraph;
  readonly head: HeadGraph & Head;
}

/** A body and a head for one kind of device. */
export interface GraphFiles {
  readonly body: Uint8Array;
  readonly head: Uint8Array;
  /** The joined shards: external data of all graphs. */
  readonly weights: Uint8Array;
}

type Options = InferenceSession.SessionOptions;

/** Throws QualsError `model-incompatible`, and errors of ONNX Runtime. */
export async function openGraphs(manifest: Manifest, files: GraphFiles, backend: Backend): Promise<Graphs> {
  const options = optionsFor(manifest, files.weights, backend);
  // Head first: the temporary memory of its preparation is free again when the larger body loads.
  const head = await openHead(manifest.architecture, files.head, backend, options);
  return { body: await openBody(manifest, files, backend), head };
}

/** A GPU's body also runs on a CPU; its outputs then stay in CPU memory. */
export async function openBody(
  manifest: Manifest,
  { body, weights }: Pick<GraphFiles, 'body' | 'weights'>,
  backend: Pick<Backend, 'runtime' | 'kind' | 'executionProviders'>,
): Promise<BodyGraph> {
  const { architecture } = manifest;
  const options = optionsFor(manifest, weights, backend);
  const onGpu = backend.kind === 'gpu';
  const session = await backend.runtime.InferenceSession.create(
    body,
    onGpu ? { ...options, preferredOutputLocation: keepOnDevice(architecture.layers) } : options,
  );
  return new (onGpu ? GpuBody : CpuBody)(session, backend.runtime, architecture);
}

async function openHead(
  { width, vocabulary }: Architecture,
  file: Uint8Array,
  backend: Backend,
  options: Options,
): Promise<Graphs['head']> {
  const { runtime } = backend;
  if (backend.kind === 'cpu') {
    return new CpuHead(await runtime.InferenceSession.create(file, options), runtime, width, vocabulary);
  }
  const selection = await GpuTokenSelection.create(backend.gpuDevice, vocabulary);
  const ranks = await GpuTokenRanks.create(backend.gpuDevice, vocabulary);
  const session = await runtime.InferenceSession.create(file, { ...options, preferredOutputLocation: 'gpu-buffer' });
  return new GpuHead(session, runtime, width, vocabulary, selection, ranks);
}

function optionsFor(
  { externalData }: Manifest,
  weights: Uint8Array,
  { executionProviders }: Pick<Backend, 'executionProviders'>,
): Options {
  return {
    executionProviders,
    graphOptimizationLevel: 'all',
    // Errors only: a warning says that shapes are computed on the CPU, which is intended.
    logSeverityLevel: 3,
    externalData: [{ path: externalData, data: weights }],
    // Lets DequantizeLinear of a weight run once at load time instead of in every run.
    extra: { session: { disable_quant_qdq: '1' } },
  };
}

function keepOnDevice(layers: number): Record<string, Tensor.DataLocation> {
  const kept = [...layerNames('present_k', layers), ...layerNames('present_v', layers)];
  return { hidden: 'cpu', ...Object.fromEntries(kept.map((name) => [name, 'gpu-buffer'] as const)) };
}
