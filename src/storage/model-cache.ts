/**
 * What a score needs, the model's files and the runtime, lies in Cache Storage, where the worker puts it
 * (workers/scorer/model-files/file-store.ts).
 */

/** The same name as the worker's; e2e/real.spec.ts and e2e/offline.spec.ts fail when they part. */
const MODEL_CACHE = 'quals-model-files';
/** Where version 0.1 of the page had its runtime. */
const OLD_RUNTIME_CACHE = 'quals-runtime';

/** Frees the space. Without Cache Storage nothing was stored. */
export async function deleteModelFiles(): Promise<void> {
  if (!('caches' in globalThis)) return;
  await Promise.all([MODEL_CACHE, OLD_RUNTIME_CACHE].map((name) => caches.delete(name)));
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
