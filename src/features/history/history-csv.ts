/** The list of the history for a spreadsheet: one row an entry, without its results. */
import { encodeCsv } from '../../batch/writers/encode-csv.js';
import type { HistoryItem } from '../../state/history/history-entry.js';

const COLUMNS = ['title', 'kind', 'keptAt', 'pinned', 'results', 'scored', 'quals', 'lowest', 'highest'] as const;

/** `quals`: the score, or the mean of several. An entry that cannot be read has its title alone. */
export function historyCsv(items: readonly HistoryItem[]): string {
  const rows = items.map(({ title, entry }) => {
    const { kind, keptAt, pinned, results, scored, mean, lowest, highest } = entry ?? {};
    return { title, kind, keptAt, pinned, results, scored, quals: mean, lowest, highest };
  });
  return encodeCsv(COLUMNS, rows);
}
