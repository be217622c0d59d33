/** Opens a model folder with onnxruntime-node: the same graphs and code as in the browser, on native kernels. */
import * as ort from 'onnxruntime-node';
import { OnnxQAGenModel } from '../../src/inference/onnx-qagen-model.js';
import { readModelFolder } from './model-folder.js';

/** `threads`: default, one for each core. Throws QualsError `model-not-found`, `model-damaged` or `model-incompatible`. */
export async function openNativeModel(folder: string, threads?: number): Promise<OnnxQAGenModel> {
  const files = await readModelFolder(folder);
  return OnnxQAGenModel.open(files, { runtime: ort, kind: 'cpu', executionProviders: ['cpu'], threads });
}
