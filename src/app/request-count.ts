/** Requests of this page since it was opened, so that "nothing was sent" is counted and not only claimed. */
let requests = 0;

export function startCountingRequests(): void {
  // The observer sees every request; the browser's own list of them ends at 250.
  new PerformanceObserver((list) => (requests += list.getEntries().length)).observe({
    type: 'resource',
    buffered: true,
  });
}

export function countRequests(): number {
  return requests;
}
