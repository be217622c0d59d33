/** Why a row does not open. Its cell says it too, but cuts it off, and the whole of it in a title needs a mouse. */
import { type BatchEntry, statusOf } from '../../../state/batch/batch-entry.js';
import type { PageState } from '../../../state/page-state.js';
import * as words from '../../../text/batch/table-words.js';
import { RUN_GOES_ON } from '../../../text/page/page-words.js';

export function hasResult({ score }: BatchEntry): boolean {
  return score !== undefined && 'seconds' in score;
}

/** '' for a row that opens, and for one that waits. */
export function whyNot({ $run }: Pick<PageState, '$run'>, entry: BatchEntry): string {
  if (statusOf(entry) === 'failed') return words.failedRow(entry.index + 1, words.statusNote(entry));
  return hasResult(entry) && $run.get().kind === 'running' ? RUN_GOES_ON : '';
}
