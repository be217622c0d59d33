import { beforeEach, expect, it } from 'vitest';
import { UNSCORABLE } from '../../../e2e/fake-scorer/sample-result.js';
import { createComparisonState, MOST_SUMMARIES } from './comparison.js';
import { distinctNames } from './names.js';

let state: ReturnType<typeof createComparisonState>;
const texts = (): string[] => state.$comparison.get().summaries.map(({ summary }) => summary);
const scoreOf = (source: string, summary: string) => ({
  texts: { source, summary },
  result: UNSCORABLE,
  createdAt: '2026-01-05T12:00:00Z',
});

beforeEach(() => {
  state = createComparisonState();
});

it('fills the empty places first, adds up to eight, and keeps each text once', () => {
  for (let number = 1; number <= MOST_SUMMARIES; number++)
    expect(state.compareAlso({ source: 'An article.', summary: `Text ${number}.` })).toBe(true);
  expect(texts()).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((number) => `Text ${number}.`));
  expect(state.compareAlso({ source: 'An article.', summary: 'Text 3.' })).toBe(true);
  expect(state.compareAlso({ source: 'An article.', summary: 'Text 9.' })).toBe(false);
  expect(state.addSummary()).toBeUndefined();
  expect(texts()).toHaveLength(MOST_SUMMARIES);
});

it('saves comparisons of other articles with their scores, and gives each back in turn', () => {
  const { $comparison, $comparedAside, compareAlso, takeComparisonBack } = state;
  compareAlso({ source: 'First.', summary: 'Of the first.' }, scoreOf('First.', 'Of the first.'));
  compareAlso({ source: 'Second.', summary: 'Of the second.' });
  expect([$comparison.get().source, ...texts()]).toEqual(['Second.', 'Of the second.', '']);
  expect($comparison.get().summaries.every(({ scored }) => scored === undefined)).toBe(true);
  takeComparisonBack();
  expect([$comparison.get().source, ...texts()]).toEqual(['First.', 'Of the first.', '']);
  expect($comparison.get().summaries[0]?.scored?.texts.summary).toBe('Of the first.');
  expect($comparedAside.get().map(({ source }) => source)).toEqual(['Second.']);
  compareAlso({ source: 'Third.', summary: 'Of the third.' });
  for (const source of ['First.', 'Second.', 'Third.']) {
    takeComparisonBack();
    expect($comparison.get().source).toBe(source);
  }
});

it('forgets a score with its summary, and gives its name to the next', () => {
  const [first] = state.$comparison.get().summaries;
  state.keepScore(first?.id ?? '', scoreOf('', ''));
  state.removeSummary(first?.id ?? '');
  expect(state.$comparedScores.get()).toEqual({});
  state.addSummary();
  expect(state.$comparison.get().summaries.map(({ name }) => name)).toEqual(['Summary 2', 'Summary 1']);
});

it('tells summaries of one name, or of none, apart', () => {
  const named = ['A', ' A ', '', 'Summary 3', 'A (2)'].map((name) => ({ name }));
  expect(distinctNames(named)).toEqual(['A', 'A (2)', 'Summary 3', 'Summary 3 (2)', 'A (2) (2)']);
});
