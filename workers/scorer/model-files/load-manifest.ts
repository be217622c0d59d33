/** The manifest decides which files are current. If the server cannot be reached, the manifest of the last complete load is used. */
import { QualsError } from '../../../src/core/errors.js';
import { type Manifest, parseManifest } from '../../../src/inference/model-files/manifest.js';
import { fetchResponse } from './fetch-response.js';
import type { FileStore } from './file-store.js';

export interface LoadedManifest {
  readonly manifest: Manifest;
  /**
   * Stores the manifest once all its files are stored, and deletes files of older versions. `alsoKept`: checksums of files that
   * belong to no model. Returns false if there was no room.
   */
  readonly store: (alsoKept: readonly string[]) => Promise<boolean>;
}

/** `folder` ends with a slash. Throws QualsError if neither the server nor the storage has a valid manifest. */
export async function loadManifest(folder: string, store: FileStore | undefined): Promise<LoadedManifest> {
  const url = `${folder}manifest.json`;
  try {
    // From the server alone: the service worker leaves such a request alone (workers/service/manifest-request.ts).
    const text = await (await fetchResponse(url, 'no-store')).text();
    return { manifest: parseManifest(text), store: (alsoKept) => keepManifest(url, text, store, alsoKept) };
  } catch (error) {
    // Offline, a login page, or a server error: the last loaded model is still valid.
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

/** A manifest of another format belongs to another version of the page, which will download its files again. */
function checksums(manifestText: string): string[] {
  try {
    return parseManifest(manifestText).files.map(({ sha256 }) => sha256);
  } catch (error) {
    if (error instanceof QualsError) return [];
    throw error;
  }
}
