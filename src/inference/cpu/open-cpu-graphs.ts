/** Opens the graphs for CPUs. They dequantise the weights to float32 at load time. */
import type { Graphs } from '../graphs/graphs.js';
import { sessionOptions } from '../graphs/graphs.js';
import type { CpuBackend } from '../graphs/onnx-runtime.js';
import type { ModelFiles } from '../model-files/model-files.js';
import { CpuBody } from './cpu-body.js';
import { CpuHead } from './cpu-head.js';

type Backend = Pick<CpuBackend, 'runtime' | 'executionProviders' | 'threads' | 'prepack'>;

/** Throws QualsError `model-incompatible`, and errors of ONNX Runtime. */
export async function openCpuGraphs(files: ModelFiles, backend: Backend): Promise<Graphs> {
  const { runtime } = backend;
  const { architecture } = files.manifest;
  // Head first: the temporary memory of its preparation is free again when the larger body loads.
  const head = await runtime.InferenceSession.create(files.cpuHead, sessionOptions(files, backend));
  return { head: new CpuHead(head, runtime, architecture), body: await openCpuBody(files, backend) };
}

/** Throws QualsError `model-incompatible`, and errors of ONNX Runtime. */
export async function openCpuBody(
  files: Pick<ModelFiles, 'manifest' | 'cpuBody' | 'weights'>,
  backend: Backend,
): Promise<CpuBody> {
  const { runtime } = backend;
  const session = await runtime.InferenceSession.create(files.cpuBody, sessionOptions(files, backend));
  return new CpuBody(session, runtime, files.manifest.architecture);
}
