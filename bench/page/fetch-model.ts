/** A model's files from the benchmark's server, unverified: it serves this checkout. */
import { parseManifest } from '../../src/inference/model-files/manifest.js';
import { type ModelFiles, readModelFiles } from '../../src/inference/model-files/model-files.js';

export async function fetchModel(modelUrl: string): Promise<ModelFiles> {
  const manifest = parseManifest(await (await fetch(`${modelUrl}manifest.json`)).text());
  return readModelFiles(manifest, async (role) => {
    const files = manifest.files.filter((file) => file.role === role);
    const whole = new Uint8Array(files.reduce((sum, { bytes }) => sum + bytes, 0));
    let start = 0;
    for (const { path, bytes } of files) {
      whole.set(new Uint8Array(await (await fetch(modelUrl + path)).arrayBuffer()), start);
      start += bytes;
    }
    return whole;
  });
}
