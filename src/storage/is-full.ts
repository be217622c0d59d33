/** Whether a write failed because the device, or the browser's share of it, is full. */

/** By name: browsers make it a DOMException or a class of its own. */
export function isFull(error: unknown): boolean {
  return error instanceof Error && error.name === 'QuotaExceededError';
}
