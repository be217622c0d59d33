/** Requests a model file from the page's own server. */
import { QualsError } from '../../../src/core/errors.js';

/** A response with the file. Throws QualsError `network-failed` or `model-not-found`. */
export async function fetchResponse(url: string, cache: RequestCache): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, { cache });
  } catch (error) {
    throw new QualsError('network-failed', `${url}: ${String(error)}`, undefined, { cause: error });
  }
  if (response.status === 404 || response.status === 410) {
    throw new QualsError('model-not-found', `${url}: status ${response.status}.`);
  }
  if (!response.ok) throw new QualsError('network-failed', `${url}: status ${response.status}.`);
  // For a missing file, many servers send the page itself with status 200.
  if (response.headers.get('content-type')?.includes('text/html')) {
    throw new QualsError('model-not-found', `${url}: the server sent a web page instead of the file.`);
  }
  return response;
}
