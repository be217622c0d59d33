/** ONNX Runtime as this folder sees it: the caller brings onnxruntime-web (worker) or onnxruntime-node (command). */
import type { InferenceSession, InferenceSessionFactory, TensorConstructor, TensorFactory } from 'onnxruntime-common';

export interface OnnxRuntime {
  readonly InferenceSession: InferenceSessionFactory;
  readonly Tensor: TensorConstructor & TensorFactory;
}

interface AnyBackend {
  readonly runtime: OnnxRuntime;
  readonly executionProviders: readonly InferenceSession.ExecutionProviderConfig[];
}

export interface CpuBackend extends AnyBackend {
  readonly kind: 'cpu';
}

export interface GpuBackend extends AnyBackend {
  readonly kind: 'gpu';
  /** That the execution provider computes on: the likeliest tokens are chosen there. */
  readonly gpuDevice: GPUDevice;
}

/** `kind`: which of the model's graphs suit it (docs/model-format.md), and where keys and values stand. */
export type Backend = CpuBackend | GpuBackend;
