import { beforeEach, expect, it } from 'vitest';
import { MATCHED } from '../../core/protocol.js';
import { createPageState, type PageState } from '../../state/page-state.js';
import { BEING_SCORED } from '../../text/compare/compare-words.js';
import { BATCH_RUNS } from '../../text/history/history-words.js';
import { RUN_GOES_ON } from '../../text/page/page-words.js';
import { refusalOf } from './refusal.js';

const SINGLE = { kind: 'single', results: 1 } as const;
const COMPARE = { kind: 'compare', results: 3 } as const;
const BATCH = { kind: 'batch', results: 1, batch: 'x' } as const;

let state: PageState;
const refusals = (): string[] => [SINGLE, COMPARE, BATCH].map((entry) => refusalOf(state, entry));

beforeEach(() => {
  state = createPageState();
});

it('is of the page that scores now, and of no other', () => {
  expect(refusals()).toEqual(['', '', '']);
  state.startRun({ source: 'An article.', summary: 'A summary.' }, MATCHED, 0);
  expect(refusals()).toEqual([RUN_GOES_ON, '', '']);
  expect(refusalOf(state, { kind: 'batch', results: 1 })).toBe(RUN_GOES_ON);
  state.$run.set({ kind: 'idle' });
  const one = { waiting: [], done: 0, run: undefined, stopping: false, stop: () => undefined };
  state.$compareRun.set({ kind: 'running', id: '', ...one });
  state.$batchRun.set({ kind: 'loading' });
  expect(refusals()).toEqual(['', BEING_SCORED, BATCH_RUNS]);
});
