/** Reads a model folder from disk and verifies every file against the manifest. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { QualsError } from '../../src/core/errors.js';
import { type ModelFile, parseManifest } from '../../src/inference/model-files/manifest.js';
import { type ModelFiles, readModelFiles } from '../../src/inference/model-files/model-files.js';

/** Throws QualsError `model-not-found`, `model-damaged` or `model-incompatible`, with the file's name. */
export async function readModelFolder(folder: string): Promise<ModelFiles> {
  const manifest = parseManifest((await readNamed(folder, 'manifest.json')).toString('utf8'));
  return readModelFiles(manifest, async (role) => {
    const files = manifest.files.filter((file) => file.role === role);
    return Buffer.concat(await Promise.all(files.map((file) => readChecked(folder, file))));
  });
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
