/** Opens an entry of the history on the page that it came from. No model is needed. */
import type { OpenedEntry } from '../../features/history/history-row.js';
import type { ResultRecord } from '../../core/record/result-record.js';
import { readEntries } from '../../state/batch/stored-batch.js';
import { areOneComparison, openKeptComparison } from '../../state/compare/keep-comparison.js';
import type { PageState } from '../../state/page-state.js';
import { shownOf } from '../../state/scoring/shown-record.js';
import { openAsBatch } from './open-as-batch.js';
import { openResult } from './open-saved-result.js';

export async function openKept(state: PageState, entry: OpenedEntry): Promise<void> {
  const { id, title, kind, records } = entry;
  state.$notOpened.set('');
  if (records === undefined) {
    state.openBatch(entry.batch, await readEntries(state.batchDatabase, entry.batch.id));
    return state.goTo('batch');
  }
  if (kind === 'compare' && areOneComparison(records)) return openKeptComparison(state, records, id);
  if (records.length > 1 && (await openAsBatch(state, `kept-${id}`, title, records))) return;
  openKeptResult(state, title, records[0]);
}

function openKeptResult(state: PageState, title: string, record: ResultRecord): void {
  const { createdAt, name, run } = record;
  openResult(state, { ...shownOf(record), origin: { kind: 'history', title, createdAt, name, run } });
}
