/** ONNX Runtime with a count of the bytes copied between JavaScript and the runtime's memory. */
import type { InferenceSession, Tensor } from 'onnxruntime-common';
import type { OnnxRuntime } from '../../src/inference/graphs/onnx-runtime.js';

export interface Crossings {
  /** Since the runtime was wrapped. */
  bytesToJs: number;
  bytesFromJs: number;
}

export function countedRuntime(runtime: OnnxRuntime): { runtime: OnnxRuntime; crossings: Crossings } {
  const crossings: Crossings = { bytesToJs: 0, bytesFromJs: 0 };
  const count = (session: InferenceSession): InferenceSession =>
    new Proxy(session, {
      get: (target, name) => {
        if (name !== 'run') return Reflect.get(target, name, target) as unknown;
        return async (feeds: InferenceSession.FeedsType, fetches?: readonly string[]) => {
          crossings.bytesFromJs += bytesOf(feeds);
          const outputs = await (fetches ? target.run(feeds, fetches) : target.run(feeds));
          crossings.bytesToJs += bytesOf(outputs);
          return outputs;
        };
      },
    });
  const InferenceSession = {
    create: async (...given: Parameters<OnnxRuntime['InferenceSession']['create']>) =>
      count(await runtime.InferenceSession.create(...given)),
  } as OnnxRuntime['InferenceSession'];
  return { runtime: { ...runtime, Tensor: runtime.Tensor, InferenceSession }, crossings };
}

/** Tensors that stay on the GPU are not copied. */
function bytesOf(tensors: object): number {
  return Object.values(tensors as Record<string, Tensor>)
    .filter(({ location }) => location === 'cpu')
    .reduce((sum, { data }) => sum + (data as Float32Array).byteLength, 0);
}
