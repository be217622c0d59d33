/** The comparison in the history: one entry with the results of its named summaries. */
import { encodeResult } from '../../core/record/encode-record.js';
import { resultOf } from '../../core/record/encode-record.js';
import type { ResultRecord } from '../../core/record/result-record.js';
import { unnamed } from '../../text/compare/compare-words.js';
import type { PageState } from '../page-state.js';
import { beginningOf } from '../history/new-entry.js';
import { isComparing } from './another/another-comparison.js';
import { type ComparedScores, LEAST_SUMMARIES, MOST_SUMMARIES } from './comparison.js';
import { distinctNames, newId } from './names.js';
import { standings } from './standing.js';

/** Adds it, or brings its entry up to date where that loses no result. Scores that do not compare are left out. */
export async function keepComparison({ $comparison, $comparedTexts, history, noteEntry }: PageState): Promise<void> {
  const comparison = $comparison.get();
  const compared = $comparedTexts.get();
  const records = recordsOf(comparison);
  if (records.length < LEAST_SUMMARIES) return;
  const title = beginningOf(comparison.source);
  const entry = await history.keep({ kind: 'compare', title, records, continues: compared.entry });
  if (entry !== undefined) noteEntry(compared, entry);
}

function recordsOf(comparison: ReturnType<PageState['$comparison']['get']>): ResultRecord[] {
  const { summaries } = comparison;
  const [standing, names] = [standings(comparison), distinctNames(summaries)];
  return summaries.flatMap(({ scored }, index) => {
    if (!scored || standing[index] !== 'current') return [];
    const { result, texts, createdAt, run } = scored;
    return [encodeResult(result, { texts, createdAt, name: names[index], run, earlier: undefined })];
  });
}

/** True for records that the page “Compare” can show: two to eight summaries of one article. */
export function areOneComparison(records: readonly ResultRecord[]): boolean {
  const source = records[0]?.texts.source;
  const isNumber = records.length >= LEAST_SUMMARIES && records.length <= MOST_SUMMARIES;
  return isNumber && records.every(({ texts }) => texts.source === source);
}

/** `entry`: of the history. Does nothing while the present comparison is scored. */
export function openKeptComparison(state: PageState, records: readonly ResultRecord[], entry: string): void {
  const { $compareRun, $compareFaults, $compareView, $history, openComparison, goTo } = state;
  if (isComparing(state)) return;
  const source = records[0]?.texts.source ?? '';
  const kept = $history.get().items?.find(({ id }) => id === entry);
  const from = { kind: 'history', title: kept?.title || beginningOf(source) } as const;
  const summaries = records.map(({ name, texts: { summary } }, index) => ({
    id: newId(),
    name: name ?? unnamed(index + 1),
    summary,
  }));
  const scores = records.map((record, index) => {
    const { texts, createdAt, run } = record;
    return [summaries[index]?.id, { texts, result: resultOf(record), createdAt, run, from }] as const;
  });
  openComparison({ source, summaries, entry }, Object.fromEntries(scores) as ComparedScores);
  $compareRun.set({ kind: 'idle' });
  $compareFaults.set({});
  $compareView.set('results');
  goTo('compare');
}
