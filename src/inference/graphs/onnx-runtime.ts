/** ONNX Runtime as this folder uses it. The caller injects onnxruntime-web (worker) or onnxruntime-node (command). */
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
  /** Of onnxruntime-node. Default: one for each core. */
  readonly threads?: number | undefined;
  /**
   * By default true: each kernel copies its weights into a layout of its own. That is faster for few rows and takes more memory while
   * loading (docs/performance.md).
   */
  readonly prepack?: boolean | undefined;
}

export interface GpuBackend extends AnyBackend {
  readonly kind: 'gpu';
  /** The execution provider's device; the likeliest tokens are selected on it. */
  readonly gpuDevice: GPUDevice;
}

/** `kind`: which of the model's graphs to use (docs/model-format.md), and where keys and values are stored. */
export type Backend = CpuBackend | GpuBackend;
