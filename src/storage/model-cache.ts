/**
 * The model's files and the runtime are in Cache Storage, where the worker puts them
 * (workers/scorer/model-files/file-store.ts).
 */

/** The same name as in the worker; e2e/real.spec.ts and e2e/hosting/offline.spec.ts fail if they differ. */
const MODEL_CACHE = 'quals-model-files';
/** Cache of the runtime in version 0.1 of the page. */
const OLD_RUNTIME_CACHE = 'quals-runtime';

/** Frees the space. Without Cache Storage, nothing was stored. */
export async function deleteModelFiles(): Promise<void> {
  if (!('caches' in globalThis)) return;
  await Promise.all([MODEL_CACHE, OLD_RUNTIME_CACHE].map((name) => caches.delete(name)));
}

/** Asks the browser not to clear the files on its own when space is short. False if it refuses or cannot be asked. */
export async function keepModelFiles(): Promise<boolean> {
  const storage = (navigator as Partial<Navigator>).storage;
  try {
    return (await storage?.persist?.()) ?? false;
  } catch {
    return false;
  }
}
