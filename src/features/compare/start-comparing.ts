/** Starts to score, or says what is missing first. */
import { LEAST_SUMMARIES } from '../../state/compare/comparison.js';
import { idsToScore, scoreComparison } from '../../state/compare/score-comparison.js';
import type { PageState } from '../../state/page-state.js';
import type { Session } from '../../state/scoring/session.js';

/** What a comparison still needs; undefined if it can be scored. */
export function missingIn({ $comparison }: PageState): 'article' | 'summary' | undefined {
  const { source, summaries } = $comparison.get();
  if (source.trim() === '') return 'article';
  return summaries.filter(({ summary }) => summary.trim() !== '').length < LEAST_SUMMARIES ? 'summary' : undefined;
}

/** Shows the result, where each summary has its place from the start. */
export function startComparing(state: PageState, session: Session | undefined): void {
  const { $compareRun, $compareView } = state;
  if (!session || $compareRun.get().kind === 'running') return;
  if (missingIn(state)) {
    $compareRun.set({ kind: 'missing' });
    return;
  }
  $compareView.set('results');
  if (idsToScore(state).length > 0) void scoreComparison(state, session);
}
