/** A checked model file: from storage where it is there and sound, else from the server and into storage. */
import { QualsError } from '../../../src/core/errors.js';
import type { ModelFile } from '../../../src/inference/manifest.js';
import { fetchResponse } from './fetch-response.js';
import type { FileStore } from './file-store.js';
import { readBody } from './read-body.js';
import { sha256 } from './sha256.js';

export interface LoadListener {
  /** Negative where a file has to be read again. */
  readonly onBytes: (bytes: number, from: 'storage' | 'network') => void;
}

/**
 * Fills `target`. True where the file stands in storage now. Tabs that load at once fetch each file once: the lock
 * makes the others wait, and then find it stored.
 */
export async function loadFile(
  url: string,
  file: ModelFile,
  target: Uint8Array<ArrayBuffer>,
  store: FileStore | undefined,
  listener: LoadListener,
): Promise<boolean> {
  if (!store) {
    await fetchChecked(url, file, target, listener);
    return false;
  }
  return withLock(`quals-model-file:${file.sha256}`, async () => {
    if (await readStored(file, target, store, listener)) return true;
    await fetchChecked(url, file, target, listener);
    return store.writeFile(file.sha256, target);
  });
}

/** False where the file is not stored, or not as it was. */
async function readStored(
  file: ModelFile,
  target: Uint8Array<ArrayBuffer>,
  store: FileStore,
  { onBytes }: LoadListener,
): Promise<boolean> {
  const stored = await store.readFile(file.sha256);
  if (!stored) return false;
  try {
    await readChecked(stored, file, target, (bytes) => {
      onBytes(bytes, 'storage');
    });
    return true;
  } catch (error) {
    if (error instanceof QualsError && isDamage(error)) return false;
    throw error;
  }
}

/** A damaged copy may come from the browser's own HTTP cache: the second attempt goes past it. */
async function fetchChecked(
  url: string,
  file: ModelFile,
  target: Uint8Array<ArrayBuffer>,
  { onBytes }: LoadListener,
): Promise<void> {
  const attempt = async (cache: RequestCache): Promise<void> => {
    await readChecked(await fetchResponse(url, cache), file, target, (bytes) => {
      onBytes(bytes, 'network');
    });
  };
  try {
    await attempt('default');
  } catch (error) {
    if (!(error instanceof QualsError && error.code === 'model-damaged')) throw error;
    await attempt('reload');
  }
}

/** Takes back what it counted where the file proves wrong. Throws QualsError `model-damaged` or `network-failed`. */
async function readChecked(
  response: Response,
  file: ModelFile,
  target: Uint8Array<ArrayBuffer>,
  onBytes: (bytes: number) => void,
): Promise<void> {
  let counted = 0;
  try {
    await readBody(response, file.path, target, (bytes) => {
      counted += bytes;
      onBytes(bytes);
    });
    const found = await sha256(target);
    if (found === file.sha256) return;
    throw new QualsError('model-damaged', `${file.path}: sha256 ${found}, expected ${file.sha256}.`);
  } catch (error) {
    onBytes(-counted);
    throw error;
  }
}

/** A stored file that breaks off while it is read is as bad as a wrong one. */
function isDamage({ code }: QualsError): boolean {
  return code === 'model-damaged' || code === 'network-failed';
}

function withLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  const locks = (navigator as { locks?: LockManager }).locks;
  return locks ? locks.request(name, work) : work();
}
