import { beforeEach, expect, it } from 'vitest';
import { MATCHED } from '../../core/protocol.js';
import type { ScoreProgress } from '../../core/scorer.js';
import { createRunState, type Running } from './run.js';

let state: ReturnType<typeof createRunState>;

const running = (): Running => {
  const run = state.$run.get();
  if (run.kind !== 'running') throw new Error('No run is under way.');
  return run;
};
const report = (progress: ScoreProgress): string => {
  state.showRunProgress(progress, 0);
  return running().stage;
};

beforeEach(() => {
  state = createRunState();
  state.startRun({ source: 's', summary: 't' }, MATCHED, 0);
});

it('goes through its stages in the order in which the scorer reports them', () => {
  expect(report({ phase: 'read-summary', tokensDone: 1, tokensTotal: 1 })).toBe('read-summary');
  expect(report({ phase: 'keep-pairs', kept: 2, written: 60 })).toBe('keep-pairs');
  // The kept pairs are teacher-forced given the summary before the article is read …
  expect(report({ phase: 'force-score', pairsDone: 1, pairsTotal: 4 })).toBe('keep-pairs');
  expect(report({ phase: 'answer', pairsTotal: 2 })).toBe('keep-pairs');
  expect(report({ phase: 'read-source', tokensDone: 5, tokensTotal: 9 })).toBe('read-source');
  // … and given the article afterwards.
  expect(report({ phase: 'force-score', pairsDone: 3, pairsTotal: 4 })).toBe('compare');
});

it('collects the questions in the order in which they finish', () => {
  const write = (question: string): ScoreProgress => ({
    phase: 'write-pairs',
    step: 9,
    maxSteps: 60,
    finished: 1,
    paths: 60,
    written: [{ question, answer: 'a', inSummary: true }],
  });
  report(write('first?'));
  report(write('second?'));
  expect(running().written.map(({ question }) => question)).toEqual(['first?', 'second?']);
});

it('ignores a report that comes after the end', () => {
  state.$run.set({ kind: 'stopped', questionsWritten: 3 });
  state.showRunProgress({ phase: 'answer', pairsTotal: 2 }, 0);
  expect(state.$run.get()).toEqual({ kind: 'stopped', questionsWritten: 3 });
});
