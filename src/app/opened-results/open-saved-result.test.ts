import { expect, it } from 'vitest';
import { sampleResult, SOURCE, SUMMARY } from '../../../e2e/fake-scorer/sample-result.js';
import { MATCHED } from '../../core/protocol.js';
import { encodeResult } from '../../core/record/encode-record.js';
import { createPageState } from '../../state/page-state.js';
import type { ShownResult } from '../../state/scoring/result.js';
import { openKept } from './open-kept.js';
import { openResult, openSavedResult } from './open-saved-result.js';

const MINE = { source: 'My article.', summary: 'My summary.' };
const OPENED: ShownResult = {
  texts: { source: SOURCE, summary: SUMMARY },
  result: sampleResult(),
  origin: { kind: 'history', title: 'An entry', createdAt: null },
};

it('opens nothing during a run, whose result would take the place, and says so', () => {
  const state = createPageState();
  state.$texts.set(MINE);
  state.startRun(MINE, MATCHED, 0);
  openResult(state, OPENED);
  expect([state.$texts.get(), state.$shown.get(), state.$place.get()]).toEqual([MINE, undefined, 'form']);
  expect(state.$notOpened.get()).toContain('“An entry” was not opened, because a summary was being scored.');
  state.$run.set({ kind: 'idle' });
  openResult(state, OPENED);
  expect([state.$texts.get(), state.$shown.get(), state.$place.get()]).toEqual([OPENED.texts, OPENED, 'result']);
  expect([state.$aside.get(), state.$notOpened.get()]).toEqual([MINE, '']);
});

it('names the file, and the run keeps its texts', async () => {
  const state = createPageState();
  state.$texts.set(MINE);
  state.startRun(MINE, MATCHED, 0);
  const record = encodeResult(OPENED.result, { texts: OPENED.texts, createdAt: null });
  await openSavedResult(state, { fileName: 'large.json', records: [record] });
  expect(state.$notOpened.get()).toContain('“large.json” was not opened');
  expect([state.$texts.get(), state.$run.get().kind]).toEqual([MINE, 'running']);
});

it('says so of an entry of the history too, after its results were read', async () => {
  const state = createPageState();
  state.startRun(MINE, MATCHED, 0);
  const record = encodeResult(OPENED.result, { texts: OPENED.texts, createdAt: null });
  await openKept(state, { id: 'a', title: '', kind: 'single', records: [record] });
  expect(state.$notOpened.get()).toContain('The result was not opened');
});
