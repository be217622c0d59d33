/** The matrix products of a step in the same runtime: a lower bound for the time of every step. */
import type { InferenceSession, Tensor } from 'onnxruntime-common';
import type { OnnxRuntime } from '../../src/inference/graphs/onnx-runtime.js';
import { median } from '../median.js';

/** First runs are slow until the engine has optimised its code. */
const WARM_UP_RUNS = 3;

export async function measureProducts(
  runtime: OnnxRuntime,
  graphUrl: string,
  rows: number,
  runs: number,
): Promise<number> {
  const graph = new Uint8Array(await (await fetch(graphUrl)).arrayBuffer());
  const session = await runtime.InferenceSession.create(graph, { executionProviders: ['wasm'] });
  const feeds = Object.fromEntries(session.inputMetadata.map((input) => [input.name, filled(runtime, input, rows)]));
  const smallest = [session.outputNames[1] ?? ''];
  const times: number[] = [];
  for (let run = 0; run < WARM_UP_RUNS + runs; run++) {
    const started = performance.now();
    await session.run(feeds, smallest);
    times.push(performance.now() - started);
  }
  await session.release();
  return median(times.slice(WARM_UP_RUNS));
}

function filled(runtime: OnnxRuntime, input: InferenceSession.ValueMetadata, rows: number): Tensor {
  if (!input.isTensor) throw new TypeError(`${input.name} is no tensor.`);
  const shape = input.shape.map((size) => (typeof size === 'string' ? rows : size));
  const size = shape.reduce((product, size) => product * size, 1);
  return new runtime.Tensor('float32', new Float32Array(size).fill(0.5), shape);
}
