/** Where a result that goes on with an earlier one is kept: one batch or one comparison is one entry, however often it is run. */
import type { ResultRecord } from '../../core/record/result-record.js';
import type { HistoryStore } from '../../storage/history/history-store.js';
import { decodeContents } from './history-contents.js';
import { type HistoryEntry, itemOf } from './history-entry.js';
import type { Keep } from './new-entry.js';

export function idOfBatch(batch: string): string {
  return `batch-${batch}`;
}

/** The entry that `what` replaces, with its title and its pin; undefined where it is a new one. */
export async function earlierEntry(
  store: HistoryStore,
  what: Keep,
): Promise<{ readonly id: string; readonly entry: HistoryEntry } | undefined> {
  const id = what.batch === undefined ? what.continues : idOfBatch(what.batch);
  if (id === undefined) return undefined;
  const { entries, contents } = await store.read(id);
  const { entry } = itemOf(id, entries, true);
  if (!entry || (what.batch === undefined && !(await areAllIn(contents, what.records)))) return undefined;
  return { id, entry };
}

/** Otherwise a result would be lost. */
async function areAllIn(contents: unknown, records: readonly ResultRecord[]): Promise<boolean> {
  const earlier = await decodeContents(contents);
  return earlier.ok && earlier.records.every((record) => records.some((other) => isSame(record, other)));
}

function isSame(a: ResultRecord, b: ResultRecord): boolean {
  return a.createdAt === b.createdAt && a.texts.summary === b.texts.summary && a.texts.source === b.texts.source;
}
