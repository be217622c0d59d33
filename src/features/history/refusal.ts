/** Why an entry cannot be opened just now. Its page has room for one, and that one is being scored. */
import { isRunning } from '../../state/batch/batch.js';
import { isComparing } from '../../state/compare/another/another-comparison.js';
import type { HistoryKind } from '../../state/history/history-entry.js';
import type { PageState } from '../../state/page-state.js';
import { BEING_SCORED } from '../../text/compare/compare-words.js';
import { BATCH_RUNS } from '../../text/history/history-words.js';
import { RUN_GOES_ON } from '../../text/page/page-words.js';

export interface Opened {
  readonly kind: HistoryKind;
  /** Undefined for a batch that is stored as such. */
  readonly results?: number | undefined;
  readonly batch?: string | undefined;
}

/** '' where it can be opened. */
export function refusalOf(state: PageState, { kind, results, batch }: Opened): string {
  // One result opens by itself, whatever it was a part of.
  switch (results === 1 && batch === undefined ? 'single' : kind) {
    case 'single':
      return state.$run.get().kind === 'running' ? RUN_GOES_ON : '';
    case 'compare':
      return isComparing(state) ? BEING_SCORED : '';
    case 'batch':
      return isRunning(state.$batchRun.get()) ? BATCH_RUNS : '';
  }
}
