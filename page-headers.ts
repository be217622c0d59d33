/**
 * What the page may do, enforced by the browser: nothing but its own origin. Sent as headers by `npm start` and
 * `npm run dev`, written into index.html as a meta element, and into dist/_headers for hosts that read such a file.
 */

/** ONNX Runtime's threads and the worker's own script are of the page's origin; WASM counts as evaluated script. */
const POLICY = {
  'default-src': "'none'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  'style-src': "'self'",
  // Widths of bars and places of marks.
  'style-src-attr': "'unsafe-inline'",
  // Pictures that are exported are drawn from a blob.
  'img-src': "'self' blob: data:",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'require-trusted-types-for': "'script'",
  // lit-html: templates. default: src/core/own-scripts.ts.
  'trusted-types': 'lit-html default',
} as const;

/** The only part that a meta element cannot say. */
const FRAMES = "frame-ancestors 'self'";

export const CONTENT_SECURITY_POLICY = Object.entries(POLICY)
  .map(([directive, sources]) => `${directive} ${sources}`)
  .join('; ');

export const PAGE_HEADERS = {
  'Content-Security-Policy': `${CONTENT_SECURITY_POLICY}; ${FRAMES}`,
  // Threads in WASM need a cross-origin isolated page.
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
} as const;
