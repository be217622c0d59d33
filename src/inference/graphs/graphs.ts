/** The two graphs of a model, opened: sessions over the same weights. */
import type { InferenceSession, Tensor } from 'onnxruntime-common';
import { type BodyGraph, layerNames } from './body-graph.js';
import { CpuBody } from '../cpu/cpu-body.js';
import { CpuHead } from '../cpu/cpu-head.js';
import { GpuBody } from '../gpu/gpu-body.js';
import { GpuHead } from '../gpu/gpu-head.js';
import type { HeadGraph } from './head-graph.js';
import { GpuTokenRanks } from '../gpu/gpu-token-ranks.js';
import { GpuTokenSelection } from '../gpu/gpu-token-selection.js';
import type { Architecture, Manifest } from '../model-files/manifest.js';
import type { Head } from '../logits/next-tokens.js';
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

type Options = InferenceSession.SessionOptions;

/** Throws QualsError `model-incompatible`, and what ONNX Runtime throws. */
export async function openGraphs(manifest: Manifest, files: GraphFiles, backend: Backend): Promise<Graphs> {
  const options = optionsFor(manifest, files.weights, backend);
  // The head first: what its preparation takes for a moment is free again for the larger body.
  const head = await openHead(manifest.architecture, files.head, backend, options);
  return { body: await openBody(manifest, files, backend), head };
}

/** A GPU's body runs on a processor too: its outputs then stay where they are. */
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
    // Errors alone: a warning says that shapes are computed on the CPU, as they should be.
    logSeverityLevel: 3,
    externalData: [{ path: externalData, data: weights }],
    // Lets DequantizeLinear of a weight run once, while loading, instead of in every run.
    extra: { session: { disable_quant_qdq: '1' } },
  };
}

function keepOnDevice(layers: number): Record<string, Tensor.DataLocation> {
  const kept = [...layerNames('present_k', layers), ...layerNames('present_v', layers)];
  return { hidden: 'cpu', ...Object.fromEntries(kept.map((name) => [name, 'gpu-buffer'] as const)) };
}
