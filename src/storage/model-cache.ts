/**
 * What a score needs lies in Cache Storage: the model's files, where the worker puts them
 * (workers/scorer/model-files/file-store.ts), and the runtime, where the service worker does (vite.config.ts).
 */

/** The same names as theirs; e2e/real.spec.ts and e2e/offline.spec.ts fail when they part. */
const CACHES = ['quals-model-files', 'quals-runtime'];

/** Frees the space. Without Cache Storage nothing was stored. */
export async function deleteModelFiles(): Promise<void> {
  if ('caches' in globalThis) await Promise.all(CACHES.map((name) => caches.delete(name)));
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
