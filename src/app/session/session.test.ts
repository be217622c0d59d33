import { expect, it } from 'vitest';
import { RESULT } from '../../core/testing/tiny-model.js';
import { setUp } from './testing/session-set-up.js';

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
