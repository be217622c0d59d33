/** Starts the page's worker. The only place of the page that names the worker's file. */
import { type ScorerWorker, wrapScorerWorker } from './scorer-worker.js';

export function startScorerWorker(): ScorerWorker {
  return wrapScorerWorker(
    (name) =>
      new Worker(new URL('../../workers/scorer/scorer.worker.ts', import.meta.url), {
        type: 'module',
        name,
      }),
  );
}
