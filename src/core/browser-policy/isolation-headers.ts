/**
 * With these two headers a page is cross-origin isolated. WASM has threads only in such a page, because they share memory. A server
 * sends them (page-headers.ts); where it cannot, the service worker adds them (workers/service/isolate.ts).
 */
export const ISOLATION_HEADERS = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
} as const;
