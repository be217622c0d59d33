/** The whole history as files. */
import { encodeLine } from '../../core/record/record-lines.js';
import { historyHead } from '../../core/record/history-lines.js';
import type { History } from '../../state/history/history.js';
import type { BatchDatabase } from '../../storage/batch-database.js';
import { recordLinesOf } from '../../state/batch/keep-batch.js';
import type { HistoryEntry, HistoryItem } from '../../state/history/history-entry.js';

export interface HistoryFile {
  readonly file: Blob;
  /** Titles of entries that cannot be read. */
  readonly leftOut: readonly string[];
}

/** One entry after another, as stored: memory holds one at a time. The results of a batch are in the batch page's database. */
export async function exportHistory(
  items: readonly HistoryItem[],
  { history, batchDatabase }: { readonly history: Pick<History, 'readLines'>; readonly batchDatabase: BatchDatabase },
): Promise<HistoryFile> {
  const parts: Blob[] = [];
  const leftOut: string[] = [];
  for (const { id, title, entry } of items) {
    const found = entry && (await linesOf(id, entry, history, batchDatabase));
    if (!found) leftOut.push(title);
    else parts.push(new Blob([encodeLine(historyHead({ id, ...entry, results: found.results })), found.lines]));
  }
  return { file: new Blob(parts, { type: 'application/x-ndjson' }), leftOut };
}

async function linesOf(
  id: string,
  { batch, results }: HistoryEntry,
  { readLines }: Pick<History, 'readLines'>,
  database: BatchDatabase,
): Promise<{ readonly lines: BlobPart; readonly results: number } | undefined> {
  if (batch === undefined) {
    const lines = await readLines(id);
    return lines === undefined ? undefined : { lines, results };
  }
  const found = await recordLinesOf(database, batch).catch(() => undefined);
  return found?.results ? found : undefined;
}
