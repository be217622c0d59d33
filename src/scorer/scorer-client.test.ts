import { describe, expect, it, vi } from 'vitest';
import type { Outcome } from '../core/errors.js';
import { MATCHED } from '../core/protocol.js';
import type { ScoreResult } from '../core/score.js';
import { clientOf, fakeWorker, LOAD, watch } from './testing/fake-worker.js';

const SCORE = { source: 'a', summary: 'b', protocol: MATCHED };
const CANCELLED: Outcome<ScoreResult> = { ok: true, value: { kind: 'cancelled' } };

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
