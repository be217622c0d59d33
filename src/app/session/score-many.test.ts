import { expect, it, vi } from 'vitest';
import type { Outcome } from '../../core/errors.js';
import type { ScoreResult } from '../../core/score.js';
import type { ScorerClient } from '../../scorer/scorer-client.js';
import { createPageState } from '../../state/page-state.js';
import { createScoreMany } from './score-many.js';
import { MODEL, RESULT } from '../../core/testing/tiny-model.js';

const TEXTS = { source: 'An article.', summary: 'A summary.' };
const WATCH = { signal: new AbortController().signal, onProgress: () => undefined };

function setUp() {
  const state = createPageState();
  const client = {
    isLoaded: false,
    score: vi.fn(() => Promise.resolve<Outcome<ScoreResult>>({ ok: true, value: RESULT })),
  };
  const load = vi.fn(() => {
    client.isLoaded = true;
    state.$model.set({ kind: 'ready', model: MODEL });
    return Promise.resolve();
  });
  let requests = 3;
  const scoreMany = createScoreMany({
    state,
    client: client as unknown as ScorerClient,
    load,
    countRequests: () => Promise.resolve(requests++),
  });
  return { state, client, load, scoreMany };
}

it('holds the model for its owner, and says where each score was made', async () => {
  const { state, scoreMany } = setUp();
  const kinds: string[] = [];
  const ran = await scoreMany('batch', async (score) => {
    kinds.push(state.$run.get().kind);
    expect(await scoreMany('compare', () => Promise.resolve())).toBe(false);
    expect(await score(TEXTS, WATCH)).toMatchObject({
      ok: true,
      value: { kind: 'done', result: RESULT, run: { device: 'wasm', detail: '2 threads', requests: 1 } },
    });
  });
  expect([ran, ...kinds, state.$run.get().kind]).toEqual([true, 'many', 'idle']);
});

it('loads the model again after its worker died with a text', async () => {
  const { state, client, load, scoreMany } = setUp();
  const fault = { ok: false, fault: { code: 'worker-died', detail: 'gone' } } as const;
  client.score.mockImplementationOnce(() => {
    client.isLoaded = false;
    return Promise.resolve(fault);
  });
  await scoreMany('batch', async (score) => {
    expect(await score(TEXTS, WATCH)).toEqual(fault);
    expect(state.$model.get().kind).toBe('absent');
    expect(await score(TEXTS, WATCH)).toMatchObject({ ok: true });
  });
  expect(load).toHaveBeenCalledTimes(2);
});

it('gives the fault of a model that cannot be loaded, and frees the model when the work throws', async () => {
  const { state, load, scoreMany } = setUp();
  load.mockImplementationOnce(() => {
    state.$model.set({ kind: 'failed', fault: { code: 'worker-died', detail: 'blocked' } });
    return Promise.resolve();
  });
  const work = scoreMany('compare', async (score) => {
    expect(await score(TEXTS, WATCH)).toMatchObject({ ok: false, fault: { detail: 'blocked' } });
    throw new Error('broken work');
  });
  await expect(work).rejects.toThrow('broken work');
  expect(state.$run.get().kind).toBe('idle');
});

it('takes a score that ended with its session for no fault of the text', async () => {
  const { state, client, scoreMany } = setUp();
  client.score.mockImplementationOnce(() => {
    client.isLoaded = false;
    state.$run.set({ kind: 'idle' });
    state.$model.set({ kind: 'absent' });
    return Promise.resolve({ ok: false, fault: { code: 'not-loaded', detail: '' } });
  });
  await scoreMany('compare', async (score) => {
    expect(await score(TEXTS, WATCH)).toEqual({ ok: true, value: { kind: 'cancelled' } });
  });
});

it('leaves a model alone that loads again while a score of the last one ends', async () => {
  const { state, client, scoreMany } = setUp();
  client.score.mockImplementationOnce(() => {
    client.isLoaded = false;
    state.startLoading(0);
    return Promise.resolve({ ok: false, fault: { code: 'not-loaded', detail: '' } });
  });
  await scoreMany('batch', async (score) => {
    expect(await score(TEXTS, WATCH)).toMatchObject({ ok: false, fault: { code: 'not-loaded' } });
    expect(state.$model.get().kind).toBe('loading');
  });
});
