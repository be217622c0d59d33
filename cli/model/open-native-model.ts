/** Opens a model folder with onnxruntime-node: the same graphs and code as in the browser, on native kernels. */
import * as ort from 'onnxruntime-node';
import { OnnxQAGenModel } from '../../src/inference/onnx-qagen-model.js';
import { readModelFolder } from './model-folder.js';

/** Throws QualsError `model-not-found`, `model-damaged` or `model-incompatible`. */
export async function openNativeModel(folder: string): Promise<OnnxQAGenModel> {
  const files = await readModelFolder(folder);
  return OnnxQAGenModel.open(files, { runtime: ort, kind: 'cpu', executionProviders: ['cpu'] });
}
