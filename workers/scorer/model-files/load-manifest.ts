/** The manifest decides which files are current; that of the last complete load serves where the server cannot be reached. */
import { QualsError } from '../../../src/core/errors.js';
import { type Manifest, parseManifest } from '../../../src/inference/model-files/manifest.js';
import { fetchResponse } from './fetch-response.js';
import type { FileStore } from './file-store.js';

export interface LoadedManifest {
  readonly manifest: Manifest;
  /**
   * Stores it once all its files are stored, and deletes those of older versions. `alsoKept`: checksums of files that
   * are of no model. False where there was no room.
   */
  readonly store: (alsoKept: readonly string[]) => Promise<boolean>;
}

/** `folder` ends with a slash. Throws QualsError where neither the server nor the storage has a sound manifest. */
export async function loadManifest(folder: string, store: FileStore | undefined): Promise<LoadedManifest> {
  const url = `${folder}manifest.json`;
  try {
    const text = await (await fetchResponse(url, 'no-cache')).text();
    return { manifest: parseManifest(text), store: (alsoKept) => keepManifest(url, text, store, alsoKept) };
  } catch (error) {
    // Offline, a login page in between, a server in trouble: what was loaded before is still good.
    const text = await store?.readManifest(url);
    if (text === undefined) throw error;
    return { manifest: parseManifest(text), store: () => Promise.resolve(true) };
  }
}

async function keepManifest(
  url: string,
  text: string,
  store: FileStore | undefined,
  alsoKept: readonly string[],
): Promise<boolean> {
  if (!store || !(await store.writeManifest(url, text))) return false;
  const used = (await store.manifests()).flatMap(checksums);
  await store.keepOnly(new Set([...used, ...alsoKept]));
  return true;
}

/** A manifest of another format belongs to another version of the page, which will fetch its files again. */
function checksums(manifestText: string): string[] {
  try {
    return parseManifest(manifestText).files.map(({ sha256 }) => sha256);
  } catch (error) {
    if (error instanceof QualsError) return [];
    throw error;
  }
}
