import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LoadedModel } from '../core/scorer.js';
import { $texts, editTexts } from '../state/document.js';
import { $model } from '../state/model.js';
import { $run } from '../state/run.js';
import { readArticlesAhead } from './read-ahead.js';

const ready = { kind: 'ready', model: {} as LoadedModel } as const;
const read = vi.fn();
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  $texts.set({ source: '', summary: '' });
  $model.set({ kind: 'absent' });
  $run.set({ kind: 'idle' });
  read.mockClear();
  stop = readArticlesAhead(read);
});
afterEach(() => {
  vi.useRealTimers();
  stop();
});

describe('readArticlesAhead', () => {
  it('asks once, when the article no longer changes', () => {
    $model.set(ready);
    for (const source of ['A', 'An', 'An article.']) {
      editTexts({ source });
      vi.advanceTimersByTime(100);
    }
    expect(read).not.toHaveBeenCalled();
    vi.runAllTimers();
    editTexts({ summary: 'A summary.' });
    vi.runAllTimers();
    expect(read.mock.calls).toEqual([['An article.']]);
  });

  it('waits for the model, and reads again for another one', () => {
    editTexts({ source: 'An article.' });
    vi.runAllTimers();
    expect(read).not.toHaveBeenCalled();
    $model.set(ready);
    vi.runAllTimers();
    $model.set({ kind: 'absent' });
    $model.set(ready);
    vi.runAllTimers();
    expect(read.mock.calls).toEqual([['An article.'], ['An article.']]);
  });

  it('does not interrupt a score', () => {
    $model.set(ready);
    $run.set({ kind: 'waiting' });
    editTexts({ source: 'An article.' });
    vi.runAllTimers();
    expect(read).not.toHaveBeenCalled();
  });
});
