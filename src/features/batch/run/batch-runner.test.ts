import { expect, it, vi } from 'vitest';
import { MODEL } from '../../../../e2e/fake-scorer/fake-worker.js';
import { createPageState } from '../../../state/page-state.js';
import type { Session } from '../../../state/scoring/session.js';
import { stopRun } from './batch-runner.js';

const SCORING = { kind: 'scoring', index: 1, phase: '', since: 0, done: 1 } as const;

it('stops the loading of the model too, also that after a lost worker, and only that', () => {
  const state = createPageState();
  const cancelLoad = vi.fn();
  const stop = (): void => stopRun(state, { cancelLoad } as unknown as Session);
  state.startLoading(0);
  state.$batchRun.set({ kind: 'loading' });
  stop();
  expect(cancelLoad).toHaveBeenCalledTimes(1);
  state.$batchRun.set(SCORING);
  stop();
  expect(cancelLoad).toHaveBeenCalledTimes(2);
  expect(state.$batchRun.get()).toEqual({ ...SCORING, ending: 'stop' });
  state.$model.set({ kind: 'ready', model: MODEL });
  stop();
  expect(cancelLoad).toHaveBeenCalledTimes(2);
});
