/** Import this before anything that starts a script. */
import { trustOwnScripts } from '../../core/browser-policy/own-scripts.js';

trustOwnScripts(
  window as unknown as Parameters<typeof trustOwnScripts>[0],
  (url) => new URL(url, document.baseURI).origin,
);
