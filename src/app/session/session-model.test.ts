/** What a session does with its model: loads it once, loses it, gives it back. */
import { describe, expect, it, vi } from 'vitest';
import type { Outcome } from '../../core/errors.js';
import { MATCHED } from '../../core/protocol.js';
import type { ScoreResult } from '../../core/score.js';
import type { Watch } from '../../scorer/scorer-client.js';
import { MODEL } from '../../core/testing/tiny-model.js';
import { setUp } from './testing/session-set-up.js';

it('does not load twice', async () => {
  const { client, session } = setUp();
  await session.score();
  await session.score();
  expect(client.load).toHaveBeenCalledOnce();
  expect(client.score).toHaveBeenCalledTimes(2);
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
