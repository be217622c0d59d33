/** The model's files lie in Cache Storage, where the worker puts them (workers/scorer/model-files/file-store.ts). */

/** The same name as the worker's; e2e/model.spec.ts fails when the two part. */
const MODEL_CACHE = 'quals-model-files';

/** Frees the space. Without Cache Storage nothing was stored. */
export async function deleteModelFiles(): Promise<void> {
  if ('caches' in globalThis) await caches.delete(MODEL_CACHE);
}

/** Asks the browser not to clear the files by itself when space is short. False where it refuses or cannot be asked. */
export async function keepModelFiles(): Promise<boolean> {
  const storage = (navigator as Partial<Navigator>).storage;
  try {
    return (await storage?.persist?.()) ?? false;
  } catch {
    return false;
  }
}
