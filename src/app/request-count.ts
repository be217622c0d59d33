/** Counts requests of this page since it was opened, as evidence that nothing was sent. */
let requests = 0;

export function startCountingRequests(): void {
  // The observer sees every request; the browser's own list ends at 250.
  new PerformanceObserver((list) => (requests += list.getEntries().length)).observe({
    type: 'resource',
    buffered: true,
  });
}

export function countRequests(): number {
  return requests;
}
