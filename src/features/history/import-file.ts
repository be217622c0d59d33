/** Adds what a file holds to the history. */
import type { History } from '../../state/history/history.js';
import type { HistoryItem } from '../../state/history/history-entry.js';
import type { Keep } from '../../state/history/new-entry.js';
import { IMPORT, type ImportReport } from '../../text/history/history-words.js';
import { entriesIn, type FoundEntry } from './read-entries.js';

/** Changes nothing that `items` has already. A fault in one part does not stop the others. */
export async function importFile(
  file: File,
  items: readonly HistoryItem[],
  history: Pick<History, 'addMany' | 'newId'>,
): Promise<ImportReport> {
  const ids = new Set(items.map(({ id }) => id));
  const faults: string[] = [];
  let [added, already] = [0, 0];
  await history.addMany(async (add) => {
    for await (const found of entriesIn(file)) {
      if (typeof found === 'string') {
        faults.push(found);
        continue;
      }
      const { id = history.newId(), keptAt = keptAtOf(found), pinned = false } = found.head ?? {};
      if (ids.has(id)) already++;
      else if (await add(keepOf(found, file.name), { id, keptAt, pinned })) added++;
      else faults.push(IMPORT.noRoom);
      ids.add(id);
    }
  });
  return { added, already, faults };
}

function keptAtOf({ records }: FoundEntry): string {
  return records[0]?.createdAt ?? new Date().toISOString();
}

function keepOf({ head, records }: FoundEntry, fileName: string): Keep {
  if (head) return { kind: head.kind, title: head.title, records };
  return records.length === 1
    ? { kind: 'single', title: records[0]?.name, records }
    : { kind: 'batch', title: fileName, records };
}
