/** ONNX Runtime as this folder sees it: the caller brings onnxruntime-web (worker) or onnxruntime-node (command). */
import type { InferenceSession, InferenceSessionFactory, TensorConstructor, TensorFactory } from 'onnxruntime-common';

export interface OnnxRuntime {
  readonly InferenceSession: InferenceSessionFactory;
  readonly Tensor: TensorConstructor & TensorFactory;
}

export interface Backend {
  readonly runtime: OnnxRuntime;
  /** Which of the model's graphs suit it (docs/model-format.md), and where keys and values stand. */
  readonly kind: 'gpu' | 'cpu';
  readonly executionProviders: readonly InferenceSession.ExecutionProviderConfig[];
  /** That the execution provider computes on, where it is a GPU. */
  readonly gpuDevice?: GPUDevice;
}
