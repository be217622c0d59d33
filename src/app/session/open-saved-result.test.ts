import { expect, it } from 'vitest';
import { sampleResult, SOURCE, SUMMARY } from '../../../e2e/fake-scorer/sample-result.js';
import { MATCHED } from '../../core/protocol.js';
import { createPageState } from '../../state/page-state.js';
import type { ShownResult } from '../../state/scoring/result.js';
import { openResult } from './open-saved-result.js';

const MINE = { source: 'My article.', summary: 'My summary.' };
const OPENED: ShownResult = {
  texts: { source: SOURCE, summary: SUMMARY },
  result: sampleResult(),
  origin: { kind: 'history', title: 'An entry', createdAt: null },
};

it('opens nothing during a run: its result would take the place, above other texts', () => {
  const state = createPageState();
  state.$texts.set(MINE);
  state.startRun(MINE, MATCHED, 0);
  openResult(state, OPENED);
  expect([state.$texts.get(), state.$shown.get(), state.$place.get()]).toEqual([MINE, undefined, 'form']);
  state.$run.set({ kind: 'idle' });
  openResult(state, OPENED);
  expect([state.$texts.get(), state.$shown.get(), state.$place.get()]).toEqual([OPENED.texts, OPENED, 'result']);
  expect(state.$aside.get()).toEqual(MINE);
});
