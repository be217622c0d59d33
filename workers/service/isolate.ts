/** Makes the page cross-origin isolated on hosts that send no headers, for instance GitHub Pages. */
import { ISOLATION_HEADERS } from '../../src/core/browser-policy/isolation-headers.js';

/** Status codes of responses without a body. */
const NO_BODY: ReadonlySet<number> = new Set([101, 204, 205, 304]);

/** The same response with the headers that it lacks. One from another origin, or a redirect, is returned as it is. */
export function isolate(response: Response): Response {
  const { body, status, statusText } = response;
  if (response.type === 'opaque' || response.type === 'opaqueredirect' || response.type === 'error') return response;
  const missing = Object.entries(ISOLATION_HEADERS).filter(([name]) => !response.headers.has(name));
  if (missing.length === 0) return response;
  const headers = new Headers(response.headers);
  for (const [name, value] of missing) headers.set(name, value);
  return new Response(NO_BODY.has(status) ? null : body, { status, statusText, headers });
}
