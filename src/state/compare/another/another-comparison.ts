/** The comparison gives way to another one: not while its summaries are scored, since that would end the run. */
import type { PageState } from '../../page-state.js';
import type { Texts } from '../../scoring/document.js';
import type { ComparedScore } from '../comparison.js';

export function isComparing({ $compareRun }: Pick<PageState, '$compareRun'>): boolean {
  return $compareRun.get().kind === 'running';
}

/** `full`: there is no room for one more summary. `running`: the texts are of another article, and the present one is scored. */
export type Added = 'added' | 'full' | 'running';

export function addToComparison(state: PageState, texts: Texts, scored?: ComparedScore): Added {
  const { $comparison, compareAlso } = state;
  if (isComparing(state) && texts.source !== $comparison.get().source) return 'running';
  return compareAlso(texts, scored) ? 'added' : 'full';
}

/** False where it has to wait. */
export function goBackToLast(state: PageState): boolean {
  if (isComparing(state)) return false;
  state.takeComparisonBack();
  return true;
}
