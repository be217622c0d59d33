import { describe, expect, it, vi } from 'vitest';
import type { Outcome } from '../../core/errors.js';
import { MATCHED } from '../../core/protocol.js';
import type { ScoreResult, Unscorable } from '../../core/score.js';
import type { LoadedModel } from '../../core/scorer.js';
import type { Loading, ScorerClient, Watch } from '../../scorer/scorer-client.js';
import { createPageState } from '../../state/page-state.js';
import { createSession } from './session.js';

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
const RESULT: Unscorable = {
  kind: 'unscorable',
  dropped: [],
  protocol: MATCHED,
  model: { id: 'tiny', version: '1' },
  summaryTokens: 1,
  sourceTokens: 1,
  pairsWritten: 60,
  times: { readSummary: 0, writePairs: 0, readSource: 0, forceScore: 0, answer: 0 },
};

interface FakeClient {
  isLoaded: boolean;
  load: ReturnType<typeof vi.fn<ScorerClient['load']>>;
  score: ReturnType<typeof vi.fn<ScorerClient['score']>>;
}

function setUp() {
  const loaded: Outcome<Loading> = { ok: true, value: { kind: 'loaded', model: MODEL } };
  const client: FakeClient & Pick<ScorerClient, 'countRequests' | 'countTokens' | 'end' | 'readAhead'> = {
    isLoaded: false,
    load: vi.fn(() => {
      client.isLoaded = true;
      return Promise.resolve(loaded);
    }),
    score: vi.fn(() => Promise.resolve<Outcome<ScoreResult>>({ ok: true, value: RESULT })),
    countRequests: () => Promise.resolve(0),
    countTokens: () => Promise.resolve({ ok: true, value: 1 }),
    readAhead: () => Promise.resolve(),
    end: () => (client.isLoaded = false),
  };
  const state = createPageState();
  state.$texts.set({ source: 'An article.', summary: 'A summary.' });
  const ending = new AbortController();
  const deleteFiles = vi.fn(() => Promise.resolve());
  const session = createSession({
    state,
    client: client as unknown as ScorerClient,
    models: [{ url: 'https://example.org/models/tiny/' }],
    countRequests: () => 5,
    deleteFiles,
    keepFiles: () => Promise.resolve(true),
    signal: ending.signal,
  });
  return { ...state, client, session, deleteFiles, ending };
}

describe('score', () => {
  it('loads the model first, remembers the consent, and shows the result', async () => {
    const { client, session, $shown, $run, $settings, $place } = setUp();
    await session.score();
    expect(client.load).toHaveBeenCalledOnce();
    expect($settings.get().acceptedModels).toEqual(['https://example.org/models/tiny/']);
    expect($shown.get()).toMatchObject({
      result: RESULT,
      texts: { summary: 'A summary.' },
      origin: { kind: 'run', run: { device: 'wasm', detail: '2 threads', requests: 0 } },
    });
    expect($place.get()).toBe('result');
    expect($run.get()).toEqual({ kind: 'idle' });
  });

  it('sets a summary beside itself before it was edited', async () => {
    const { client, session, $texts, $shown } = setUp();
    const scoring = (quals: number): void => {
      const value = { ...RESULT, kind: 'scored', quals, answerGap: 0, pairs: [] } as const;
      client.score.mockResolvedValueOnce({ ok: true, value });
    };
    scoring(-1);
    await session.score();
    expect($shown.get()?.earlier).toBeUndefined();
    $texts.set({ source: 'An article.', summary: 'An edited summary.' });
    scoring(-0.5);
    await session.score();
    expect($shown.get()?.earlier).toEqual({ summary: 'A summary.', quals: -1 });
  });

  it('tells a person who reads another page of the result, until it is opened', async () => {
    const { session, goTo, showResult, $place, $shown, $unseen } = setUp();
    await session.score();
    expect($unseen.get()).toBeUndefined();
    goTo('help');
    expect($unseen.get()).toBeUndefined();
    await session.score();
    expect($place.get()).toBe('help');
    expect($unseen.get()).toBe($shown.get());
    goTo('result');
    goTo('help');
    expect($unseen.get()).toBeUndefined();
    // Another result in its place was asked for.
    await session.score();
    const shown = $shown.get();
    if (shown) showResult({ ...shown });
    expect($unseen.get()).toBeUndefined();
  });

  it('does not load twice', async () => {
    const { client, session } = setUp();
    await session.score();
    await session.score();
    expect(client.load).toHaveBeenCalledOnce();
    expect(client.score).toHaveBeenCalledTimes(2);
  });

  it('scores the texts as they are once the model is there', async () => {
    const { client, session, $texts } = setUp();
    const running = session.score();
    $texts.set({ source: 'An article.', summary: 'Edited while the model was downloaded.' });
    await running;
    expect(client.score.mock.calls[0]?.[0].summary).toBe('Edited while the model was downloaded.');
  });

  it('does not score a field that was emptied meanwhile', async () => {
    const { client, session, $texts, $run } = setUp();
    const running = session.score();
    $texts.set({ source: '', summary: 'A summary.' });
    await running;
    expect($run.get()).toMatchObject({ kind: 'failed', fault: { code: 'source-empty' } });
    expect(client.score).not.toHaveBeenCalled();
  });

  it('names an empty field without loading anything', async () => {
    const { client, session, $texts, $run } = setUp();
    $texts.set({ source: 'An article.', summary: ' ' });
    await session.score();
    expect($run.get()).toMatchObject({ kind: 'failed', fault: { code: 'summary-empty' } });
    expect(client.load).not.toHaveBeenCalled();
  });

  it('leaves a failed load to the model’s own state', async () => {
    const { client, session, $model, $run } = setUp();
    const fault = { code: 'network-failed', detail: '' } as const;
    client.load.mockResolvedValueOnce({ ok: false, fault });
    await session.score();
    expect($model.get()).toEqual({ kind: 'failed', fault });
    expect($run.get()).toEqual({ kind: 'idle' });
    expect(client.score).not.toHaveBeenCalled();
  });

  it('keeps the last result when the next run fails', async () => {
    const { client, session, $model, $shown, $run } = setUp();
    await session.score();
    const fault = { code: 'out-of-memory', detail: '' } as const;
    client.score.mockImplementationOnce(() => {
      client.isLoaded = false;
      return Promise.resolve({ ok: false, fault });
    });
    await session.score();
    expect($run.get()).toMatchObject({ kind: 'failed', fault });
    expect($shown.get()?.result).toBe(RESULT);
    expect($model.get()).toEqual({ kind: 'absent' });
    await session.score();
    expect(client.load).toHaveBeenCalledTimes(2);
  });

  it('leaves the fault of a run behind with the model that is reopened', async () => {
    const { client, session, $model, $run } = setUp();
    const fault = { code: 'device-lost', detail: '' } as const;
    client.score.mockImplementationOnce(() => Promise.resolve({ ok: false, fault }));
    await session.score();
    expect($run.get()).toMatchObject({ kind: 'failed', fault });
    await session.reload();
    expect($run.get()).toEqual({ kind: 'idle' });
    expect($model.get().kind).toBe('ready');
  });

  it('has a new worker ready after one that had to be ended', async () => {
    const { client, session, $model, $run } = setUp();
    await session.load();
    client.score.mockImplementationOnce((_request, { signal }) => {
      expect(signal.aborted).toBe(false);
      session.stop();
      expect(signal.aborted).toBe(true);
      client.isLoaded = false;
      return Promise.resolve({ ok: true, value: { kind: 'cancelled' } });
    });
    await session.score();
    expect($run.get()).toEqual({ kind: 'stopped', questionsWritten: 0 });
    await vi.waitFor(() => expect($model.get()).toEqual({ kind: 'ready', model: MODEL }));
    expect(client.load).toHaveBeenCalledTimes(2);
  });
});

describe('loading', () => {
  it('cancels what waits for it', async () => {
    const { client, session, $model, $run } = setUp();
    client.load.mockImplementationOnce(
      (_request, { signal }: Watch<never>) =>
        new Promise((resolve) =>
          signal.addEventListener('abort', () => resolve({ ok: true, value: { kind: 'cancelled' } })),
        ),
    );
    const scoring = session.score();
    expect($run.get()).toEqual({ kind: 'waiting' });
    session.cancelLoad();
    await scoring;
    expect($run.get()).toEqual({ kind: 'idle' });
    expect($model.get()).toEqual({ kind: 'cancelled', bytesDone: 0 });
  });

  it('forgets the consent with the files', async () => {
    const { session, deleteFiles, $model, $settings } = setUp();
    await session.load();
    await session.removeModel();
    expect(deleteFiles).toHaveBeenCalledOnce();
    expect($settings.get().acceptedModels).toEqual([]);
    expect($model.get()).toEqual({ kind: 'absent' });
  });
});

describe('a run that uses the model', () => {
  const NOT_LOADED: Outcome<ScoreResult> = { ok: false, fault: { code: 'not-loaded', detail: '' } };

  it.each(['running', 'waiting', 'many'] as const)(
    'is not ended by another device or without the model: %s',
    async (kind) => {
      const { client, session, deleteFiles, $model, $run, startRun } = setUp();
      await session.load();
      if (kind === 'running') startRun({ source: 'a', summary: 'b' }, MATCHED, 0);
      else $run.set(kind === 'many' ? { kind, owner: 'batch' } : { kind });
      await session.reload();
      await session.removeModel();
      expect(client.load).toHaveBeenCalledOnce();
      expect(deleteFiles).not.toHaveBeenCalled();
      expect([client.isLoaded, $model.get().kind, $run.get().kind]).toEqual([true, 'ready', kind]);
    },
  );

  it('says nothing once its session has ended, and loads nothing', async () => {
    const { client, session, ending, $model, $run } = setUp();
    client.score.mockImplementationOnce(() => {
      ending.abort();
      return Promise.resolve(NOT_LOADED);
    });
    await session.score();
    expect([$run.get(), $model.get()]).toEqual([{ kind: 'idle' }, { kind: 'absent' }]);
    expect(client.load).toHaveBeenCalledOnce();
  });
});
