import { describe, expect, it, vi } from 'vitest';
import type { Outcome } from '../core/errors.js';
import { MATCHED } from '../core/protocol.js';
import type { ScoreResult } from '../core/score.js';
import type { LoadedModel, LoadRequest, Scorer } from '../core/scorer.js';
import { ScorerClient } from './scorer-client.js';
import type { ScorerWorker } from './scorer-worker.js';

const MODEL: LoadedModel = {
  id: 'tiny',
  version: '1',
  device: 'wasm',
  deviceDetail: '2 threads',
  threads: 2,
  refused: [],
  bytes: 1,
  textLimit: 100,
  stored: true,
  firstLook: false,
  repaired: [],
};
const LOAD: LoadRequest = { models: [{ url: 'https://example.org/models/tiny/' }], device: 'auto' };
const SCORE = { source: 'a', summary: 'b', protocol: MATCHED };
const CANCELLED: Outcome<ScoreResult> = { ok: true, value: { kind: 'cancelled' } };

interface FakeWorker extends ScorerWorker {
  terminated: boolean;
  die(reason: string): void;
}

function fakeWorker(scorer: Partial<Scorer>): FakeWorker {
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
function clientOf(workers: FakeWorker[], patience = 20): ScorerClient {
  let started = 0;
  return new ScorerClient(() => {
    const worker = workers[started++];
    if (!worker) throw new Error('One worker more than expected was started.');
    return worker;
  }, patience);
}

function watch(signal = new AbortController().signal) {
  return { signal, onProgress: () => undefined };
}

function pastPatience(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 60));
}

describe('reading ahead', () => {
  it('does nothing before a model is loaded, and ends a worker that cannot be trusted afterwards', async () => {
    const fault = { ok: false, fault: { code: 'device-lost', detail: 'gone' } } as const;
    const readAhead = vi.fn(() => Promise.resolve(fault));
    const worker = fakeWorker({ readAhead });
    const client = clientOf([worker]);
    await client.readAhead('An article.');
    expect(readAhead).not.toHaveBeenCalled();
    await client.load(LOAD, watch());
    await client.readAhead('An article.');
    expect(readAhead).toHaveBeenCalledWith('An article.');
    expect([worker.terminated, client.isLoaded]).toEqual([true, false]);
  });
});

describe('loading', () => {
  it('gives the loaded model', async () => {
    const client = clientOf([fakeWorker({})]);
    expect(await client.load(LOAD, watch())).toEqual({ ok: true, value: { kind: 'loaded', model: MODEL } });
    expect(client.isLoaded).toBe(true);
  });

  it('starts a new worker on the processor where the GPU is wrong, and says so', async () => {
    const wrong = { ok: false, fault: { code: 'device-wrong', detail: 'off by 0.475' } } as const;
    const first = fakeWorker({ load: () => Promise.resolve(wrong) });
    const load = vi.fn(() => Promise.resolve({ ok: true, value: MODEL } as const));
    const outcome = await clientOf([first, fakeWorker({ load })]).load(LOAD, watch());
    expect(first.terminated).toBe(true);
    expect(load).toHaveBeenCalledWith(expect.objectContaining({ ...LOAD, device: 'wasm' }), expect.anything());
    const refused = [{ device: 'webgpu', reason: 'off by 0.475' }];
    expect(outcome).toEqual({ ok: true, value: { kind: 'loaded', model: { ...MODEL, refused } } });
  });

  it('does not fall back if a person asked for the GPU', async () => {
    const wrong = { ok: false, fault: { code: 'device-wrong', detail: 'off' } } as const;
    const client = clientOf([fakeWorker({ load: () => Promise.resolve(wrong) })]);
    expect(await client.load({ ...LOAD, device: 'webgpu' }, watch())).toEqual(wrong);
    expect(client.isLoaded).toBe(false);
  });

  describe('where the runtime does not start', () => {
    const silent = { ok: false, fault: { code: 'runtime-not-started', detail: 'timeout' } } as const;
    const loaded = { ok: true, value: { kind: 'loaded', model: MODEL } } as const;

    /** Workers of these outcomes, in order, and the starts that they were asked for. */
    function workersOf(outcomes: readonly Outcome<LoadedModel>[]) {
      const asked: LoadRequest[] = [];
      const load = (outcome: Outcome<LoadedModel>) => (request: LoadRequest) => {
        asked.push(request);
        return Promise.resolve(outcome);
      };
      return { asked, workers: outcomes.map((outcome) => fakeWorker({ load: load(outcome) })) };
    }
    const MODEL_LOADED = { ok: true, value: MODEL } as const;

    it('starts it again in a new worker, with as many threads and more time', async () => {
      const { asked, workers } = workersOf([silent, MODEL_LOADED]);
      expect(await clientOf(workers).load(LOAD, watch())).toEqual(loaded);
      expect(workers.map(({ terminated }) => terminated)).toEqual([true, false]);
      const [first, second] = asked.map(({ start }) => start);
      expect([first?.mostThreads, second?.mostThreads]).toEqual([undefined, undefined]);
      expect(second?.limitMs).toBeGreaterThan(first?.limitMs ?? Infinity);
    });

    it('starts it with one thread at last', async () => {
      const { asked, workers } = workersOf([silent, silent, MODEL_LOADED]);
      expect(await clientOf(workers).load(LOAD, watch())).toEqual(loaded);
      expect(asked.map(({ start }) => start?.mostThreads)).toEqual([undefined, undefined, 1]);
    });

    it('says so after three starts, and a later load starts anew', async () => {
      const { asked, workers } = workersOf([silent, silent, silent, MODEL_LOADED]);
      const client = clientOf(workers);
      expect(await client.load(LOAD, watch())).toEqual(silent);
      expect([client.isLoaded, workers[2]?.terminated]).toEqual([false, true]);
      expect(await client.load(LOAD, watch())).toEqual(loaded);
      expect(asked[3]).toEqual(asked[0]);
    });

    it('gives the processor all starts after a GPU that failed', async () => {
      const wrong = { ok: false, fault: { code: 'device-wrong', detail: 'off' } } as const;
      const { asked, workers } = workersOf([silent, wrong, silent, MODEL_LOADED]);
      const outcome = await clientOf(workers).load(LOAD, watch());
      const refused = [{ device: 'webgpu', reason: 'off' }];
      expect(outcome).toEqual({ ok: true, value: { kind: 'loaded', model: { ...MODEL, refused } } });
      expect(asked.map(({ device }) => device)).toEqual(['auto', 'auto', 'wasm', 'wasm']);
      expect(asked[2]?.start).toEqual(asked[0]?.start);
    });

    it('starts nothing more once it is aborted', async () => {
      const controller = new AbortController();
      const load = (): Promise<Outcome<LoadedModel>> => {
        controller.abort();
        return Promise.resolve(silent);
      };
      const outcome = await clientOf([fakeWorker({ load })]).load(LOAD, watch(controller.signal));
      expect(outcome).toEqual({ ok: true, value: { kind: 'cancelled' } });
    });
  });

  it('ends the worker at once when it is aborted', async () => {
    const worker = fakeWorker({ load: () => new Promise(() => undefined) });
    const controller = new AbortController();
    const outcome = clientOf([worker]).load(LOAD, watch(controller.signal));
    controller.abort();
    expect(await outcome).toEqual({ ok: true, value: { kind: 'cancelled' } });
    expect(worker.terminated).toBe(true);
  });
});

it('says that a worker could not be started', async () => {
  const client = new ScorerClient(() => {
    throw new DOMException('blocked', 'SecurityError');
  });
  expect(await client.load(LOAD, watch())).toMatchObject({ ok: false, fault: { code: 'worker-died' } });
});

describe('scoring', () => {
  it('says that nothing is loaded', async () => {
    expect(await clientOf([]).score(SCORE, watch())).toMatchObject({ ok: false, fault: { code: 'not-loaded' } });
  });

  it('stops softly and keeps the worker', async () => {
    let answer: (outcome: Outcome<ScoreResult>) => void = () => undefined;
    const worker = fakeWorker({
      score: () => new Promise((resolve) => (answer = resolve)),
      cancel: () => {
        answer(CANCELLED);
        return Promise.resolve();
      },
    });
    const client = clientOf([worker]);
    await client.load(LOAD, watch());
    const controller = new AbortController();
    const outcome = client.score(SCORE, watch(controller.signal));
    controller.abort();
    expect(await outcome).toEqual(CANCELLED);
    await pastPatience();
    expect(worker.terminated).toBe(false);
    expect(client.isLoaded).toBe(true);
  });

  it('ends a worker that does not answer a stop', async () => {
    const worker = fakeWorker({});
    const client = clientOf([worker]);
    await client.load(LOAD, watch());
    const controller = new AbortController();
    const outcome = client.score(SCORE, watch(controller.signal));
    controller.abort();
    expect(await outcome).toEqual(CANCELLED);
    expect(worker.terminated).toBe(true);
    expect(client.isLoaded).toBe(false);
  });

  it('listens to a signal of many scores only while each of them runs', async () => {
    const cancel = vi.fn(() => Promise.resolve());
    const worker = fakeWorker({ score: () => Promise.resolve(CANCELLED), cancel });
    const client = clientOf([worker]);
    await client.load(LOAD, watch());
    const controller = new AbortController();
    for (let row = 0; row < 3; row++) await client.score(SCORE, watch(controller.signal));
    controller.abort();
    await pastPatience();
    expect(cancel).not.toHaveBeenCalled();
    expect([worker.terminated, client.isLoaded]).toEqual([false, true]);
  });

  it('starts nothing that was stopped before', async () => {
    const score = vi.fn(() => Promise.resolve(CANCELLED));
    const client = clientOf([fakeWorker({ score })]);
    await client.load(LOAD, watch());
    expect(await client.score(SCORE, watch(AbortSignal.abort()))).toEqual(CANCELLED);
    expect(score).not.toHaveBeenCalled();
  });

  it('leaves the next worker alone when it loses patience with one', async () => {
    const workers = [fakeWorker({}), fakeWorker({})];
    const client = clientOf(workers);
    await client.load(LOAD, watch());
    const controller = new AbortController();
    const outcome = client.score(SCORE, watch(controller.signal));
    controller.abort();
    await client.load(LOAD, watch());
    await pastPatience();
    expect(await outcome).toEqual(CANCELLED);
    expect(workers.map(({ terminated }) => terminated)).toEqual([true, false]);
    expect(client.isLoaded).toBe(true);
  });

  it('reports a worker that died and can load again', async () => {
    const worker = fakeWorker({});
    const client = clientOf([worker, fakeWorker({ score: () => Promise.resolve(CANCELLED) })]);
    await client.load(LOAD, watch());
    const outcome = client.score(SCORE, watch());
    worker.die('out of memory');
    expect(await outcome).toEqual({ ok: false, fault: { code: 'worker-died', detail: 'out of memory' } });
    expect(client.isLoaded).toBe(false);
    await client.load(LOAD, watch());
    expect(await client.score(SCORE, watch())).toEqual(CANCELLED);
  });

  it('turns a rejected call into a fault', async () => {
    const client = clientOf([fakeWorker({ score: () => Promise.reject(new Error('cannot be cloned')) })]);
    await client.load(LOAD, watch());
    const fault = { code: 'internal', detail: 'Error: cannot be cloned' };
    expect(await client.score(SCORE, watch())).toEqual({ ok: false, fault });
  });

  it('keeps the worker after a fault of the text', async () => {
    const fault = { code: 'source-too-long', detail: '' } as const;
    const client = clientOf([fakeWorker({ score: () => Promise.resolve({ ok: false, fault }) })]);
    await client.load(LOAD, watch());
    await client.score(SCORE, watch());
    expect(client.isLoaded).toBe(true);
  });
});

describe('calls whose worker is ended', () => {
  const never = (): Promise<never> => new Promise(() => undefined);

  async function waitingClient() {
    const silent = { readAhead: never, firstLook: never, countTokens: never, countRequests: never };
    const client = clientOf([fakeWorker(silent)]);
    await client.load(LOAD, watch());
    return client;
  }

  it('are answered as where no worker is', async () => {
    const client = await waitingClient();
    const calls = Promise.all([
      client.score(SCORE, watch()),
      client.countTokens('a'),
      client.firstLook(SCORE),
      client.readAhead('a'),
      client.countRequests(),
    ]);
    client.end();
    const notLoaded = { ok: false, fault: { code: 'not-loaded' } };
    expect(await calls).toMatchObject([notLoaded, notLoaded, { ok: true, value: null }, undefined, 0]);
  });

  it('say that they were stopped where they were', async () => {
    const client = await waitingClient();
    const controller = new AbortController();
    const outcome = client.score(SCORE, watch(controller.signal));
    controller.abort();
    client.end();
    expect(await outcome).toEqual(CANCELLED);
  });

  it('are no load any more', async () => {
    const client = clientOf([fakeWorker({ load: never })]);
    const outcome = client.load(LOAD, watch());
    client.end();
    expect(await outcome).toEqual(CANCELLED);
  });
});
