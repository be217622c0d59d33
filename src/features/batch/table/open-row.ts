/** Opens the stored result of a row, as a saved result is opened. */
import { decodeRecords } from '../../../core/record/decode-records.js';
import type { StoredBatch } from '../../../state/batch/batch.js';
import type { BatchEntry } from '../../../state/batch/batch-entry.js';
import type { PageState } from '../../../state/page-state.js';

/** False where it is not stored, or a run of the form has begun. `element`: from where `saved-open` is fired. */
export async function openRow(
  element: Element,
  { batchDatabase, $openedRow, $run }: PageState,
  batch: StoredBatch,
  { index }: BatchEntry,
): Promise<boolean> {
  const decoded = decodeRecords(await batchDatabase.readResult(batch.id, index).catch(() => undefined));
  if (!decoded.ok || $run.get().kind === 'running') return false;
  $openedRow.set({ batch: batch.name, index });
  const detail = { fileName: batch.name, records: decoded.records };
  element.dispatchEvent(new CustomEvent('saved-open', { bubbles: true, detail }));
  return true;
}
