/** Converts a shipped model folder to transformers.js layout: another graph, the same weight bytes. */
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readModelFolder } from '../../cli/model/model-folder.js';
import { causalGraph } from './causal-graph.js';
import { decodeModel, encodeModel, type TensorProto } from './onnx-proto.js';

/** The file name that transformers.js expects next to onnx/model.onnx. */
const EXTERNAL_DATA = 'model.onnx_data';

/** `source`: public/models/<id>; `target` is created. Throws QualsError if the source is damaged. */
export async function writeCausalModel(source: string, target: string): Promise<void> {
  const { manifest, body, weights } = await readModelFolder(source);
  const tensors = decodeModel(body).graph.initializer.filter(({ external_data: data }) => data?.length);
  const named = new Map(tensors.map((tensor) => [tensor.name, elsewhere(tensor)]));
  await mkdir(join(target, 'onnx'), { recursive: true });
  await writeFile(join(target, 'onnx', 'model.onnx'), encodeModel(causalGraph(manifest.architecture, named)));
  await writeFile(join(target, 'onnx', EXTERNAL_DATA), weights);
  for (const name of ['tokenizer.json', 'tokenizer_config.json'])
    await copyFile(join(source, name), join(target, name));
  const config = JSON.parse(await readFile(join(source, 'config.json'), 'utf8')) as object;
  const layout = { 'transformers.js_config': { use_external_data_format: true } };
  await writeFile(join(target, 'config.json'), JSON.stringify({ ...config, ...layout }));
}

function elsewhere(tensor: TensorProto): TensorProto {
  const external_data = tensor.external_data?.map((entry) =>
    entry.key === 'location' ? { ...entry, value: EXTERNAL_DATA } : entry,
  );
  return { ...tensor, external_data: external_data ?? [] };
}
