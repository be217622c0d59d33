/** Opens an entry of the history on the page that it came from. No model is needed. */
import type { OpenedEntry } from '../../features/history/history-row.js';
import type { ResultRecord } from '../../core/record/result-record.js';
import type { StoredBatch } from '../../state/batch/batch.js';
import { readEntries } from '../../state/batch/stored-batch.js';
import { areOneComparison, openKeptComparison } from '../../state/compare/keep-comparison.js';
import type { PageState } from '../../state/page-state.js';
import { shownOf } from '../../state/scoring/shown-record.js';
import { notReadToOpen } from '../../text/page/page-words.js';
import { openAsBatch } from './open-as-batch.js';
import { openResult } from './open-saved-result.js';

export async function openKept(state: PageState, entry: OpenedEntry): Promise<void> {
  const { id, title, kind, records } = entry;
  state.$notOpened.set('');
  if (records === undefined) return openKeptBatch(state, title, entry.batch);
  if (kind === 'compare' && areOneComparison(records)) return openKeptComparison(state, records, id);
  if (records.length > 1 && (await openAsBatch(state, `kept-${id}`, title, records))) return;
  openKeptResult(state, title, records[0]);
}

/** The list has read the batch itself. The browser may still fail before the rows are read. */
async function openKeptBatch(state: PageState, title: string, batch: StoredBatch): Promise<void> {
  try {
    state.openBatch(batch, await readEntries(state.batchDatabase, batch.id));
  } catch {
    return state.$notOpened.set(notReadToOpen(title));
  }
  state.goTo('batch');
}

function openKeptResult(state: PageState, title: string, record: ResultRecord): void {
  const { createdAt, name, run } = record;
  openResult(state, { ...shownOf(record), origin: { kind: 'history', title, createdAt, name, run } });
}
