/** A checked model file: from storage where it is there and sound, else from the server and into storage. */
import { QualsError } from '../../../src/core/errors.js';
import { fetchResponse } from './fetch-response.js';
import type { FileStore } from './file-store.js';
import { readBody } from './read-body.js';
import { sha256 } from './sha256.js';

/** A file with a published checksum. `path` names it in words; in storage its checksum does. */
export interface StoredFile {
  readonly path: string;
  readonly bytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

export interface LoadListener {
  /** Negative where a file has to be read again. */
  readonly onBytes: (bytes: number, from: 'storage' | 'network') => void;
}

export interface LoadedFile {
  /** True where the file stands in storage now. */
  readonly stored: boolean;
  /** What was wrong with the stored copy that it replaces; undefined where none was there, or it was sound. */
  readonly damage: string | undefined;
}

/**
 * Fills `target`. Tabs that load at once fetch each file once: the lock makes the others wait, and then find it stored.
 * Throws QualsError `network-failed`, `model-not-found` or `model-damaged`.
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

/** Where the network fails now, the stored file is what a person must know of. */
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
    const detail = `The stored copy: ${damage} It could not be fetched anew: ${error.message}`;
    throw new QualsError('model-damaged', detail, undefined, { cause: error });
  }
}

/** A damaged copy may come from the browser's own HTTP cache: the second attempt goes past it. */
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

/** Takes back what it counted where the file proves wrong. Throws QualsError `model-damaged` or `network-failed`. */
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

/** A stored file that breaks off while it is read is as bad as a wrong one. */
function isDamage({ code }: QualsError): boolean {
  return code === 'model-damaged' || code === 'network-failed';
}

function withLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  const locks = (navigator as { locks?: LockManager }).locks;
  return locks ? locks.request(name, work) : work();
}
