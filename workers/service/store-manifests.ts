/** Manifests that the page reads while offline. */
export const MANIFESTS = 'quals-manifests';

/**
 * Stores those of the listed models. The page of a first visit asks for one before the service worker sees its requests. `scope`: URL of the
 * page's folder. Never rejects: without a manifest, the page does not know the model's size while offline.
 */
export async function storeManifests(scope: string): Promise<void> {
  try {
    const listed = (await (await fetch(new URL('models/index.json', scope))).json()) as {
      readonly models: readonly { readonly id: string }[];
    };
    const cache = await caches.open(MANIFESTS);
    await cache.addAll(listed.models.map(({ id }) => new URL(`models/${id}/manifest.json`, scope).href));
  } catch {
    // The page itself starts without them.
  }
}
