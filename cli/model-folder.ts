/** Reads a model folder from disk and verifies every file against the manifest. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { QualsError } from '../src/core/errors.js';
import { type Manifest, type ModelFile, parseJson, parseManifest } from '../src/inference/manifest.js';
import type { ModelFiles } from '../src/inference/onnx-qagen-model.js';

/** Throws QualsError `model-not-found`, `model-damaged` or `model-incompatible`, with the file's name. */
export async function readModelFolder(folder: string): Promise<ModelFiles> {
  const manifest = parseManifest((await readNamed(folder, 'manifest.json')).toString('utf8'));
  const all = async (role: ModelFile['role']): Promise<Uint8Array> => {
    const files = manifest.files.filter((file) => file.role === role);
    return Buffer.concat(await Promise.all(files.map((file) => readChecked(folder, file))));
  };
  const json = async (role: ModelFile['role']): Promise<unknown> =>
    parseJson(new TextDecoder().decode(await all(role)), nameOf(manifest, role));
  return {
    manifest,
    body: await all('body'),
    head: await all('head'),
    cpuBody: await all('body-cpu'),
    cpuHead: await all('head-cpu'),
    weights: await all('weights'),
    tokenizer: await json('tokenizer'),
    tokenizerConfig: await json('tokenizer-config'),
  };
}

async function readChecked(folder: string, file: ModelFile): Promise<Uint8Array> {
  const bytes = await readNamed(folder, file.path);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (sha256 === file.sha256) return bytes;
  const detail = `${join(folder, file.path)}: ${bytes.length} bytes, sha256 ${sha256}; expected ${file.bytes}, ${file.sha256}.`;
  throw new QualsError('model-damaged', detail);
}

async function readNamed(folder: string, name: string): Promise<Buffer> {
  try {
    return await readFile(join(folder, name));
  } catch (error) {
    const detail = `${join(folder, name)} cannot be read: ${String(error)}`;
    throw new QualsError('model-not-found', detail, undefined, { cause: error });
  }
}

function nameOf({ files }: Manifest, role: ModelFile['role']): string {
  return files.find((file) => file.role === role)?.path ?? role;
}
