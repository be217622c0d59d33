import { beforeEach, expect, it } from 'vitest';
import { MATCHED } from '../core/protocol.js';
import { createPageState, type PageState } from './page-state.js';
import { RunRefusal } from './run-refusal.js';

const TEXTS = { source: 'An article.', summary: 'A summary.' };
const COMPARING = { kind: 'running', id: '', waiting: [], done: 0, run: undefined, stopping: false } as const;

let state: PageState;
let updates: number;
let refusal: RunRefusal;

beforeEach(() => {
  [state, updates] = [createPageState(), 0];
  const host = {
    addController: () => undefined,
    removeController: () => undefined,
    requestUpdate: () => void (updates += 1),
    updateComplete: Promise.resolve(true),
  };
  refusal = new RunRefusal(host, () => state);
  refusal.hostConnected();
});

const formRuns = (): boolean => state.$run.get().kind === 'running';

it('is shown while its run goes on, and gone when it ends', () => {
  state.startRun(TEXTS, MATCHED, 0);
  refusal.set('Wait.', formRuns);
  state.showRunProgress({ phase: 'read-summary', tokensDone: 1, tokensTotal: 2 }, 1);
  expect([refusal.reason, updates]).toEqual(['Wait.', 1]);
  state.$run.set({ kind: 'idle' });
  expect([refusal.reason, updates]).toEqual(['', 2]);
  // It was of the last click alone.
  state.startRun(TEXTS, MATCHED, 2);
  expect(refusal.reason).toBe('');
});

it.each<[string, () => boolean, () => void, () => void]>([
  [
    'a comparison',
    () => state.$compareRun.get().kind === 'running',
    () => state.$compareRun.set({ ...COMPARING, stop: () => undefined }),
    () => state.$compareRun.set({ kind: 'idle' }),
  ],
  [
    'a batch',
    () => state.$batchRun.get().kind === 'loading',
    () => state.$batchRun.set({ kind: 'loading' }),
    () => state.$batchRun.set({ kind: 'ended', by: 'end' }),
  ],
])('hears of the end of %s', (_, holds, begin, end) => {
  begin();
  refusal.set('Wait.', holds);
  // Another run is not what it waits for.
  state.startRun(TEXTS, MATCHED, 0);
  state.$run.set({ kind: 'idle' });
  expect(refusal.reason).toBe('Wait.');
  end();
  expect(refusal.reason).toBe('');
});

it('stays without a run', () => {
  refusal.set('Row 2 failed.');
  state.startRun(TEXTS, MATCHED, 0);
  state.$run.set({ kind: 'idle' });
  expect(refusal.reason).toBe('Row 2 failed.');
});

it('hears nothing in an element that has left the page, and asks when it is back', () => {
  state.startRun(TEXTS, MATCHED, 0);
  refusal.set('Wait.', formRuns);
  refusal.hostDisconnected();
  state.$run.set({ kind: 'idle' });
  expect(refusal.reason).toBe('Wait.');
  refusal.hostConnected();
  expect(refusal.reason).toBe('');
});
