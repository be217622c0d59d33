/** Which requests for a model's manifest the service worker answers. */

/**
 * Those of the page, which reads the model's size. Not those of the scoring worker (model-files/load-manifest.ts), which ask for no stored
 * answer: it has the manifest of the model that is stored completely, and the page's copy may be of a newer one.
 */
export function isForPage(url: URL, { cache }: Pick<Request, 'cache'>): boolean {
  return /\/models\/[^/]+\/manifest\.json$/u.test(url.pathname) && cache !== 'no-store';
}
