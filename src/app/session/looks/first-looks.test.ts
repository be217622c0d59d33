import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Outcome } from '../../../core/errors.js';
import type { LoadedModel, TakenLook } from '../../../core/scorer.js';
import { createPageState, type PageState } from '../../../state/page-state.js';
import { takeFirstLooks, type TakeLook } from './first-looks.js';

const ready = { kind: 'ready', model: { firstLook: true } as LoadedModel } as const;
const TEXTS = { source: 'An article.', summary: 'A summary.' };
const PAUSE = 400;

const lookOf = (unsupported: number, articleKept = true): Outcome<TakenLook> => ({
  ok: true,
  value: { look: { unsupported, words: [], sourceLogProb: 0 }, articleKept },
});

/** A worker that answers when the test says so, in any order. */
const answers: ((outcome: Outcome<TakenLook | null>) => void)[] = [];
const take = vi.fn<TakeLook>(() => new Promise((resolve) => answers.push(resolve)));
let state: PageState;
let stop: () => void;

const rest = (milliseconds = PAUSE): Promise<unknown> => vi.advanceTimersByTimeAsync(milliseconds);
const answer = async (index: number, outcome: Outcome<TakenLook | null>): Promise<void> => {
  answers[index]?.(outcome);
  await rest(0);
};
const kind = (): string => state.$lookState.get().kind;

/** Edits the summary and answers after `milliseconds`. */
async function editAndWait(summary: string, milliseconds: number, articleKept = true): Promise<void> {
  state.editTexts({ summary });
  await rest();
  await rest(milliseconds);
  await answer(answers.length - 1, lookOf(0.5, articleKept));
}

beforeEach(() => {
  vi.useFakeTimers();
  answers.length = 0;
  take.mockClear();
  state = createPageState();
  stop = takeFirstLooks(state, take);
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

describe('takeFirstLooks', () => {
  it('asks once the texts rest, and shows the answer', async () => {
    state.$model.set(ready);
    state.editTexts({ source: TEXTS.source });
    for (const summary of ['A', 'A sum', TEXTS.summary]) {
      state.editTexts({ summary });
      await rest(PAUSE - 1);
    }
    expect(take).not.toHaveBeenCalled();
    expect(kind()).toBe('looking');
    await rest();
    expect(take.mock.calls).toEqual([[TEXTS]]);
    await answer(0, lookOf(0.25));
    expect(kind()).toBe('taken');
    expect(state.$look.get()).toMatchObject({ texts: TEXTS, look: { unsupported: 0.25 } });
  });

  it('drops an answer about texts that have changed since, and keeps the last look meanwhile', async () => {
    state.$model.set(ready);
    state.$texts.set(TEXTS);
    await rest();
    await answer(0, lookOf(0.1));
    state.editTexts({ summary: 'An edit.' });
    await rest();
    state.editTexts({ summary: 'Another edit.' });
    await answer(1, lookOf(0.2));
    expect(state.$look.get()).toMatchObject({ texts: TEXTS, look: { unsupported: 0.1 } });
    await rest();
    await answer(2, lookOf(0.3));
    expect(state.$look.get()).toMatchObject({ texts: { summary: 'Another edit.' }, look: { unsupported: 0.3 } });
  });

  it('lets a score go first, and looks again once it has ended', async () => {
    state.$model.set(ready);
    state.$texts.set(TEXTS);
    await rest();
    state.$run.set({ kind: 'waiting' });
    await answer(0, { ok: true, value: null });
    await rest(10 * PAUSE);
    expect(take).toHaveBeenCalledTimes(1);
    state.$run.set({ kind: 'idle' });
    await rest();
    expect(take).toHaveBeenCalledTimes(2);
  });

  it('takes the look of a score of the same texts instead of another one', async () => {
    state.$model.set(ready);
    state.$texts.set(TEXTS);
    state.$run.set({ kind: 'waiting' });
    const firstLook = { unsupported: 0.4, words: [], sourceLogProb: 0 };
    state.$shown.set({
      texts: TEXTS,
      result: { kind: 'unscorable', firstLook } as never,
      origin: { kind: 'run', createdAt: null },
    });
    state.$run.set({ kind: 'idle' });
    await rest();
    expect(take).not.toHaveBeenCalled();
    expect(kind()).toBe('taken');
    expect(state.$look.get()?.look).toEqual(firstLook);
  });

  it('asks again after something else needed the model for a moment', async () => {
    state.$model.set(ready);
    state.$texts.set(TEXTS);
    await rest();
    await answer(0, { ok: true, value: null });
    await rest();
    expect(take).toHaveBeenCalledTimes(2);
  });

  it.each([
    ['a model without a head', () => state.$model.set({ kind: 'ready', model: { firstLook: false } as LoadedModel })],
    ['a model that is not loaded', () => state.$model.set({ kind: 'absent' })],
    ['the setting', () => state.changeSettings({ firstLook: 'off' })],
  ])('is off with %s', async (_, change) => {
    state.$model.set(ready);
    change();
    state.$texts.set(TEXTS);
    await rest();
    expect(take).not.toHaveBeenCalled();
    expect(kind()).toBe('off');
  });

  it('says why texts cannot be read, in the words of a score', async () => {
    state.$model.set(ready);
    state.$texts.set({ source: 'An article.', summary: ' \n' });
    expect(state.$lookState.get()).toMatchObject({ kind: 'unreadable', fault: { code: 'summary-empty' } });
    state.editTexts({ summary: '要約です。' });
    expect(kind()).toBe('other-script');
    state.editTexts({ summary: 'A book.' });
    await rest();
    const fault = { code: 'summary-too-long', detail: '', figures: { tokens: 9000, limit: 8130 } } as const;
    await answer(0, { ok: false, fault });
    expect(state.$lookState.get()).toEqual({ kind: 'unreadable', fault });
  });

  it('keeps the texts and says what happened when the worker is lost', async () => {
    state.$model.set(ready);
    state.$texts.set(TEXTS);
    await rest();
    state.editTexts({ summary: 'Typed meanwhile.' });
    state.$model.set({ kind: 'absent' });
    await answer(0, { ok: false, fault: { code: 'worker-died', detail: '' } });
    state.editTexts({ summary: 'Typed afterwards.' });
    await rest();
    expect(state.$lookState.get()).toMatchObject({ kind: 'failed', fault: { code: 'worker-died' } });
    expect(state.$texts.get().summary).toBe('Typed afterwards.');
    state.$model.set(ready);
    await rest();
    expect(take).toHaveBeenLastCalledWith({ ...TEXTS, summary: 'Typed afterwards.' });
  });
});

describe('a slow device', () => {
  beforeEach(async () => {
    state.$model.set(ready);
    state.$texts.set(TEXTS);
    await rest();
    // The look that reads the article may be slow on any device.
    await rest(9_000);
    await answer(0, lookOf(0.5));
  });

  it('is off after two looks of more than two seconds, until a person wants it anyway', async () => {
    await editAndWait('First edit.', 2_100);
    expect(kind()).toBe('taken');
    await editAndWait('Second edit.', 3_000);
    state.editTexts({ summary: 'Third edit.' });
    expect(state.$lookState.get()).toEqual({ kind: 'slow', seconds: 3, articleKept: true });
    await rest();
    expect(take).toHaveBeenCalledTimes(3);
    state.lookAnyway();
    await rest();
    expect(take).toHaveBeenCalledTimes(4);
  });

  it('stays on after one slow look among fast ones', async () => {
    await editAndWait('First edit.', 9_000);
    await editAndWait('Second edit.', 300);
    await editAndWait('Third edit.', 300);
    await editAndWait('Fourth edit.', 9_000);
    state.editTexts({ summary: 'Fifth edit.' });
    expect(kind()).toBe('looking');
  });

  it('tries a shorter article after one that is read again for each look', async () => {
    state.editTexts({ source: 'A long article.' });
    await editAndWait('First edit.', 5_000, false);
    await editAndWait('Second edit.', 5_000, false);
    state.editTexts({ summary: 'Third edit.' });
    expect(state.$lookState.get()).toEqual({ kind: 'slow', seconds: 5, articleKept: false });
    state.editTexts({ source: 'A shorter article.' });
    expect(kind()).toBe('looking');
  });
});
