/** A model's files from the benchmark's server, unverified: it serves this checkout. */
import { type FileRole, parseManifest } from '../../src/inference/manifest.js';
import type { ModelFiles } from '../../src/inference/onnx-qagen-model.js';

export async function fetchModel(modelUrl: string): Promise<ModelFiles> {
  const manifest = parseManifest(await (await fetch(`${modelUrl}manifest.json`)).text());
  const bytesOf = async (role: FileRole): Promise<Uint8Array> => {
    const files = manifest.files.filter((file) => file.role === role);
    const whole = new Uint8Array(files.reduce((sum, { bytes }) => sum + bytes, 0));
    let start = 0;
    for (const { path, bytes } of files) {
      whole.set(new Uint8Array(await (await fetch(modelUrl + path)).arrayBuffer()), start);
      start += bytes;
    }
    return whole;
  };
  const jsonOf = async (role: FileRole): Promise<unknown> => JSON.parse(new TextDecoder().decode(await bytesOf(role)));
  return {
    manifest,
    body: await bytesOf('body'),
    head: await bytesOf('head'),
    cpuBody: await bytesOf('body-cpu'),
    cpuHead: await bytesOf('head-cpu'),
    weights: await bytesOf('weights'),
    tokenizer: await jsonOf('tokenizer'),
    tokenizerConfig: await jsonOf('tokenizer-config'),
  };
}
