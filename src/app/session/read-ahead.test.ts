import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LoadedModel } from '../../core/scorer.js';
import { createPageState, type PageState } from '../../state/page-state.js';
import { readArticlesAhead } from './read-ahead.js';

const ready = { kind: 'ready', model: {} as LoadedModel } as const;
const read = vi.fn();
let state: PageState;
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  state = createPageState();
  read.mockClear();
  stop = readArticlesAhead(state, read);
});
afterEach(() => {
  vi.useRealTimers();
  stop();
});

describe('readArticlesAhead', () => {
  it('asks once, when the article rests', () => {
    state.$model.set(ready);
    for (const source of ['A', 'An', 'An article.']) {
      state.editTexts({ source });
      vi.advanceTimersByTime(100);
    }
    expect(read).not.toHaveBeenCalled();
    vi.runAllTimers();
    state.editTexts({ summary: 'A summary.' });
    vi.runAllTimers();
    expect(read.mock.calls).toEqual([['An article.']]);
  });

  it('waits for the model, and reads again for another one', () => {
    state.editTexts({ source: 'An article.' });
    vi.runAllTimers();
    expect(read).not.toHaveBeenCalled();
    state.$model.set(ready);
    vi.runAllTimers();
    state.$model.set({ kind: 'absent' });
    state.$model.set(ready);
    vi.runAllTimers();
    expect(read.mock.calls).toEqual([['An article.'], ['An article.']]);
  });

  it('leaves a score alone', () => {
    state.$model.set(ready);
    state.$run.set({ kind: 'waiting' });
    state.editTexts({ source: 'An article.' });
    vi.runAllTimers();
    expect(read).not.toHaveBeenCalled();
  });
});
