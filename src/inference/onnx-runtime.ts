/** ONNX Runtime as this folder sees it: the caller brings onnxruntime-web (worker) or onnxruntime-node (command). */
import type { InferenceSession, InferenceSessionFactory, TensorConstructor, TensorFactory } from 'onnxruntime-common';

export interface OnnxRuntime {
  readonly InferenceSession: InferenceSessionFactory;
  readonly Tensor: TensorConstructor & TensorFactory;
}

export interface Backend {
  readonly runtime: OnnxRuntime;
  /**
   * `gpu`: weights stay quantised, keys and values stay on the device from run to run. `cpu`: weights are widened while
   * loading, where the model has graphs for that; keys and values are typed arrays.
   */
  readonly kind: 'gpu' | 'cpu';
  readonly executionProviders: readonly InferenceSession.ExecutionProviderConfig[];
}
