/** Loads a verified model file: from storage if it is there and valid, else from the server and into storage. */
import { QualsError } from '../../../src/core/errors.js';
import { fetchResponse } from './fetch-response.js';
import type { FileStore } from './file-store.js';
import { readBody } from './read-body.js';
import { sha256 } from './sha256.js';

/** A file with a published checksum. `path` is its name in messages; storage uses the checksum. */
export interface StoredFile {
  readonly path: string;
  readonly bytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

export interface LoadListener {
  /** Negative if a file must be read again. */
  readonly onBytes: (bytes: number, from: 'storage' | 'network') => void;
}

export interface LoadedFile {
  /** True if the file is stored now. */
  readonly stored: boolean;
  /** Damage of the stored copy that this file replaces; undefined if there was none. */
  readonly damage: string | undefined;
}

/**
 * Fills `target`. If several tabs load at once, each file is downloaded once: the lock makes the other tabs wait, and they then find
 * it stored. Throws QualsError `network-failed`, `model-not-found` or `model-damaged`.
 */
export async function loadFile(
  url: string,
  file: StoredFile,
  target: Uint8Array<ArrayBuffer>,
  store: FileStore | undefined,
  listener: LoadListener,
): Promise<LoadedFile> {
  if (!store) {
    await fetchChecked(url, file, target, listener);
    return { stored: false, damage: undefined };
  }
  return withLock(`quals-model-file:${file.sha256}`, async () => {
    const found = await readStored(file, target, store, listener);
    if (found === 'sound') return { stored: true, damage: undefined };
    if (found === 'absent') await fetchChecked(url, file, target, listener);
    else await replaceDamaged(url, file, target, listener, found);
    return {
      stored: await store.writeFile(file.sha256, target),
      damage: found === 'absent' ? undefined : found.damage,
    };
  });
}

async function readStored(
  file: StoredFile,
  target: Uint8Array<ArrayBuffer>,
  store: FileStore,
  { onBytes }: LoadListener,
): Promise<'sound' | 'absent' | { readonly damage: string }> {
  const stored = await store.readFile(file.sha256);
  if (!stored) return 'absent';
  try {
    await readChecked(stored, file, target, (bytes) => {
      onBytes(bytes, 'storage');
    });
    return 'sound';
  } catch (error) {
    if (error instanceof QualsError && isDamage(error)) return { damage: error.message };
    throw error;
  }
}

/** If the download also fails, the message names the damaged stored file. */
async function replaceDamaged(
  url: string,
  file: StoredFile,
  target: Uint8Array<ArrayBuffer>,
  listener: LoadListener,
  { damage }: { readonly damage: string },
): Promise<void> {
  try {
    await fetchChecked(url, file, target, listener);
  } catch (error) {
    if (!(error instanceof QualsError)) throw error;
    const detail = `The stored copy: ${damage} It could not be downloaded again: ${error.message}`;
    throw new QualsError('model-damaged', detail, undefined, { cause: error });
  }
}

/** A damaged copy may come from the browser's HTTP cache, so the second attempt bypasses it. */
async function fetchChecked(
  url: string,
  file: StoredFile,
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

/** Subtracts its bytes from the progress if the file is damaged. Throws QualsError `model-damaged` or `network-failed`. */
async function readChecked(
  response: Response,
  file: StoredFile,
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

/** A stored file that ends early counts as damaged. */
function isDamage({ code }: QualsError): boolean {
  return code === 'model-damaged' || code === 'network-failed';
}

function withLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  const locks = (navigator as { locks?: LockManager }).locks;
  return locks ? locks.request(name, work) : work();
}
