/** Speaks with the worker's script, and notices its end. */
import { proxy, wrap } from 'comlink';
import type { Scorer } from '../core/scorer.js';
import { deathOf } from './worker-lifeline.js';

export interface ScorerWorker {
  readonly scorer: Scorer;
  /** Settles with the reason when the worker ends unexpectedly. */
  readonly died: Promise<string>;
  terminate(): void;
}

/** `start` gives the worker this name. */
export function wrapScorerWorker(start: (name: string) => Worker): ScorerWorker {
  // The worker holds a Web Lock with this name during its life.
  const name = `quals-scorer-${crypto.getRandomValues(new Uint32Array(4)).join('-')}`;
  const worker = start(name);
  const remote = wrap<Scorer>(worker);
  let ended = false;
  const died = new Promise<string>((resolve) => {
    const die = (reason: string): void => {
      if (!ended) resolve(reason);
    };
    worker.addEventListener('error', (event) => die(event.message || 'The script of the worker did not start.'));
    worker.addEventListener('messageerror', () => die('A message of the worker could not be read.'));
    deathOf(name, remote.countTokens('')).then(
      () => die('The worker ended without a word.'),
      // A page of an opaque origin has no locks: then only Stop can end a silent run.
      () => undefined,
    );
  });
  return {
    scorer: {
      load: (request, onProgress) => remote.load(request, proxy(onProgress)),
      score: (request, onProgress) => remote.score(request, proxy(onProgress)),
      readAhead: (source) => remote.readAhead(source),
      firstLook: (request) => remote.firstLook(request),
      countTokens: (text) => remote.countTokens(text),
      countRequests: () => remote.countRequests(),
      cancel: () => remote.cancel(),
    },
    died,
    terminate: () => {
      ended = true;
      worker.terminate();
    },
  };
}
