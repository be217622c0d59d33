import { beforeEach, expect, it } from 'vitest';
import { COMPARED } from '../../../../e2e/fake-scorer/sample-comparison.js';
import { SOURCE, UNSCORABLE } from '../../../../e2e/fake-scorer/sample-result.js';
import { encodeResult } from '../../../core/record/encode-record.js';
import { createPageState, type PageState } from '../../page-state.js';
import { openKeptComparison } from '../keep-comparison.js';
import { addToComparison, goBackToLast } from './another-comparison.js';

const OTHER = { source: 'Another article.', summary: 'Another summary.' };

let state: PageState;
const article = (): string => state.$comparison.get().source;

beforeEach(() => {
  state = createPageState();
  state.compareAlso(OTHER);
  state.compareAlso({ source: SOURCE, summary: 'One.' });
  const one = { waiting: [], done: 0, run: undefined, stopping: false, stop: () => undefined };
  state.$compareRun.set({ kind: 'running', id: '', ...one });
});

it('waits while summaries are scored', () => {
  const records = COMPARED.map(({ summary }) =>
    encodeResult(UNSCORABLE, { texts: { source: OTHER.source, summary }, createdAt: null }),
  );
  openKeptComparison(state, records, 'a');
  expect(addToComparison(state, OTHER)).toBe('running');
  expect(goBackToLast(state)).toBe(false);
  expect([article(), state.$compareRun.get().kind]).toEqual([SOURCE, 'running']);

  state.$compareRun.set({ kind: 'stopped' });
  expect(goBackToLast(state)).toBe(true);
  expect(article()).toBe(OTHER.source);
  openKeptComparison(state, records, 'a');
  expect(state.$comparison.get().summaries).toHaveLength(COMPARED.length);
});

it('takes further summaries of the same article meanwhile', () => {
  expect(addToComparison(state, { source: SOURCE, summary: 'Two.' })).toBe('added');
  expect(state.$comparison.get().summaries.map(({ summary }) => summary)).toEqual(['One.', 'Two.']);
});
