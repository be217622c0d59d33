/** Opens several results on the batch page. They are stored there, so that each of its rows opens. */
import type { ResultRecord } from '../../core/record/result-record.js';
import { isRunning } from '../../state/batch/batch.js';
import { idOfRecords, storeRecords } from '../../state/batch/batch-of-records.js';
import type { PageState } from '../../state/page-state.js';

/**
 * `id`: of the batch; undefined for one that is made of the results. False where the browser refuses storage, or a batch is being
 * scored: the page has room for one.
 */
export async function openAsBatch(
  state: PageState,
  id: string | undefined,
  name: string,
  records: readonly ResultRecord[],
): Promise<boolean> {
  const { batchDatabase, $batchRun, openBatch, goTo } = state;
  try {
    const { batch, entries } = await storeRecords(batchDatabase, id ?? (await idOfRecords(records)), name, records);
    if (isRunning($batchRun.get())) return false;
    openBatch(batch, entries);
    goTo('batch');
    return true;
  } catch {
    return false;
  }
}
