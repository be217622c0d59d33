/** The whole history as files. */
import { encodeLine } from '../../core/record/record-lines.js';
import { historyHead } from '../../core/record/history-lines.js';
import type { History } from '../../state/history/history.js';
import type { HistoryItem } from '../../state/history/history-entry.js';

export interface HistoryFile {
  readonly file: Blob;
  /** Titles of entries that cannot be read. */
  readonly leftOut: readonly string[];
}

/** One entry after another, as stored: memory holds one at a time. */
export async function exportHistory(
  items: readonly HistoryItem[],
  { readLines }: Pick<History, 'readLines'>,
): Promise<HistoryFile> {
  const parts: Blob[] = [];
  const leftOut: string[] = [];
  for (const { id, title, entry } of items) {
    const lines = entry && (await readLines(id));
    if (!entry || lines === undefined) leftOut.push(title);
    else parts.push(new Blob([encodeLine(historyHead({ id, ...entry })), lines]));
  }
  return { file: new Blob(parts, { type: 'application/x-ndjson' }), leftOut };
}
