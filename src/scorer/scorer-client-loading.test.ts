import { describe, expect, it, vi } from 'vitest';
import type { Outcome } from '../core/errors.js';
import type { LoadedModel, LoadRequest } from '../core/scorer.js';
import { ScorerClient } from './scorer-client.js';
import { MODEL } from '../core/testing/tiny-model.js';
import { clientOf, fakeWorker, LOAD, watch } from './testing/fake-worker.js';

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

it('says that a worker could not be started', async () => {
  const client = new ScorerClient(() => {
    throw new DOMException('blocked', 'SecurityError');
  });
  expect(await client.load(LOAD, watch())).toMatchObject({ ok: false, fault: { code: 'worker-died' } });
});
