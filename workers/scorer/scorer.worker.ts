/** Entry of the scoring worker. */
import { expose } from 'comlink';
import { trustOwnScripts } from '../../src/core/browser-policy/own-scripts.js';
import { createScorer } from './create-scorer.js';
import { becomeThread } from './onnx-runtime-web.js';

/** ONNX Runtime starts its threads as workers of this name, from the script that it is bundled into. */
const THREAD_NAME = 'em-pthread';

if (self.name === THREAD_NAME) {
  void becomeThread();
} else {
  trustOwnScripts(
    self as unknown as Parameters<typeof trustOwnScripts>[0],
    (url) => new URL(url, self.location.href).origin,
  );
  // Held until this worker ends in any way. The page waits for the lock, because a killed worker sends no event.
  if ('locks' in navigator) void navigator.locks.request(self.name, () => new Promise(() => undefined));
  expose(createScorer());
}
