import { beforeEach, expect, it } from 'vitest';
import { MATCHED } from '../../../core/protocol.js';
import type { BatchEntry } from '../../../state/batch/batch-entry.js';
import { createRunState } from '../../../state/scoring/run.js';
import { RUN_GOES_ON } from '../../../text/page/page-words.js';
import { whyNot } from './why-not.js';

const WAITING: BatchEntry = {
  index: 1,
  id: 'a',
  system: null,
  label: null,
  summary: 'A summary.',
  article: 0,
  articleWords: 2,
  line: 3,
};
const UNSCORABLE: BatchEntry = { ...WAITING, score: { outcome: 'unscorable', written: 60, seconds: 2 } };

let state: ReturnType<typeof createRunState>;
beforeEach(() => {
  state = createRunState();
});

it('gives the whole reason of a row that failed', () => {
  expect(whyNot(state, { ...WAITING, problem: 'Line 3: decoded is empty.' })).toBe(
    'Row 2 failed. Line 3: decoded is empty.',
  );
  const score = { outcome: 'failed', code: 'summary-too-long', message: '' } as const;
  expect(whyNot(state, { ...WAITING, score })).toBe(
    'Row 2 failed. The summary is longer than the model reads at once.',
  );
});

it('lets results open, but not during a run of the form', () => {
  expect([whyNot(state, WAITING), whyNot(state, UNSCORABLE)]).toEqual(['', '']);
  state.startRun({ source: 'An article.', summary: 'A summary.' }, MATCHED, 0);
  expect([whyNot(state, WAITING), whyNot(state, UNSCORABLE)]).toEqual(['', RUN_GOES_ON]);
});
