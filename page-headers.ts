/**
 * What the browser allows the page: only its own origin. `npm start` and `npm run dev` send it as headers; the build
 * writes it into index.html as a meta element, and into dist/_headers for hosts that read such a file.
 */

import { ISOLATION_HEADERS } from './src/core/browser-policy/isolation-headers.js';

/** ONNX Runtime's threads and the worker's own script are of the page's origin; WASM counts as evaluated script. */
const POLICY = {
  'default-src': "'none'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  'style-src': "'self'",
  // Exported pictures are drawn from a blob.
  'img-src': "'self' blob: data:",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'require-trusted-types-for': "'script'",
  // lit-html: templates. default: src/core/browser-policy/own-scripts.ts.
  'trusted-types': 'lit-html default',
} as const;

/** The one directive that a meta element cannot contain. */
const FRAMES = "frame-ancestors 'self'";

export const CONTENT_SECURITY_POLICY = Object.entries(POLICY)
  .map(([directive, sources]) => `${directive} ${sources}`)
  .join('; ');

export const PAGE_HEADERS = {
  'Content-Security-Policy': `${CONTENT_SECURITY_POLICY}; ${FRAMES}`,
  ...ISOLATION_HEADERS,
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
} as const;
