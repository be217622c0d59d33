/** Requests of the document, so that "nothing was sent" is counted and not only claimed. */

/** Gives how many there were since the document was opened. */
export function startCountingRequests(signal: AbortSignal): () => number {
  let requests = 0;
  // The observer sees every request; the browser's own list of them ends at 250.
  const observer = new PerformanceObserver((list) => (requests += list.getEntries().length));
  observer.observe({ type: 'resource', buffered: true });
  signal.addEventListener('abort', () => observer.disconnect());
  return () => requests;
}
