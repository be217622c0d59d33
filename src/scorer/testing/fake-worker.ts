/** Workers that answer as a test wants, and a client that starts them one after another. */
import type { LoadRequest, Scorer } from '../../core/scorer.js';
import { ScorerClient } from '../scorer-client.js';
import type { ScorerWorker } from '../scorer-worker.js';
import { MODEL } from '../../core/testing/tiny-model.js';

export const LOAD: LoadRequest = { models: [{ url: 'https://example.org/models/tiny/' }], device: 'auto' };

interface FakeWorker extends ScorerWorker {
  terminated: boolean;
  die(reason: string): void;
}

export function fakeWorker(scorer: Partial<Scorer>): FakeWorker {
  let die: (reason: string) => void = () => undefined;
  const worker: FakeWorker = {
    scorer: {
      load: () => Promise.resolve({ ok: true, value: MODEL }),
      score: () => new Promise(() => undefined),
      readAhead: () => Promise.resolve({ ok: true, value: null }),
      firstLook: () => Promise.resolve({ ok: true, value: null }),
      countTokens: () => Promise.resolve({ ok: true, value: 3 }),
      countRequests: () => Promise.resolve(0),
      cancel: () => Promise.resolve(),
      ...scorer,
    },
    died: new Promise((resolve) => (die = resolve)),
    terminated: false,
    terminate: () => (worker.terminated = true),
    die: (reason) => die(reason),
  };
  return worker;
}

/** A client whose n-th worker is the n-th given one. */
export function clientOf(workers: FakeWorker[], patience = 20): ScorerClient {
  let started = 0;
  return new ScorerClient(() => {
    const worker = workers[started++];
    if (!worker) throw new Error('One worker more than expected was started.');
    return worker;
  }, patience);
}

export function watch(signal = new AbortController().signal) {
  return { signal, onProgress: () => undefined };
}
