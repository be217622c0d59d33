import { expect, it } from 'vitest';
import { MATCHED } from '../../core/protocol.js';
import { createPageState } from '../../state/page-state.js';
import type { RunState } from '../../state/scoring/run.js';
import { mayReplacePage } from './may-replace.js';

const TEXTS = { source: 'a', summary: 'b' };

/** Whether a page in this state may be replaced. */
function allows(run: RunState | 'running', isLoading = false): boolean {
  const state = createPageState();
  if (run === 'running') state.startRun(TEXTS, MATCHED, 0);
  else state.$run.set(run);
  if (isLoading) state.startLoading(0);
  return mayReplacePage(state.$run.get(), state.$model.get());
}

it('offers no new version under a score, a batch or a comparison, nor while the model loads', () => {
  expect(allows('running')).toBe(false);
  expect(allows({ kind: 'waiting' })).toBe(false);
  expect(allows({ kind: 'many', owner: 'batch' })).toBe(false);
  expect(allows({ kind: 'many', owner: 'compare' })).toBe(false);
  expect(allows({ kind: 'idle' }, true)).toBe(false);
});

it('offers one before and after a run', () => {
  expect(allows({ kind: 'idle' })).toBe(true);
  expect(allows({ kind: 'stopped', questionsWritten: 3 })).toBe(true);
  expect(allows({ kind: 'failed', fault: { code: 'internal', detail: '' } })).toBe(true);
});
