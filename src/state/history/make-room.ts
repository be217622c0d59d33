/** Writes an entry; where storage is full, the oldest entries that are not pinned make room for it. */
import type { HistoryRows, HistoryStore } from '../../storage/history/history-store.js';
import { isFull } from '../../storage/is-full.js';
import { itemOf } from './history-entry.js';

/** The browser frees space some time after a deletion, so one round may not be enough. Further rounds would delete too much. */
const ROUNDS = 3;

/** `removed`: how many entries made room. `isWritten`: false where even that was not enough. Rejects for other faults. */
export async function writeWithRoom(
  store: HistoryStore,
  id: string,
  rows: HistoryRows,
  bytes: number,
): Promise<{ readonly isWritten: boolean; readonly removed: number }> {
  let removed = 0;
  for (let round = 0; ; round++) {
    try {
      await store.write(id, rows);
      return { isWritten: true, removed };
    } catch (error) {
      if (!isFull(error)) throw error;
    }
    const oldest = round < ROUNDS ? await oldestUnpinned(store, id, bytes) : [];
    if (oldest.length === 0) return { isWritten: false, removed };
    await store.remove(oldest);
    removed += oldest.length;
  }
}

/** As many as have `bytes` together. One that cannot be read is left alone: nobody knows whether it is pinned. */
async function oldestUnpinned(store: HistoryStore, except: string, bytes: number): Promise<string[]> {
  const stored = await store.readAll('entries');
  const unpinned = [...stored].flatMap(([id, value]) => {
    const { entry } = itemOf(id, value, true);
    return entry && !entry.pinned && id !== except ? [{ id, ...entry }] : [];
  });
  unpinned.sort((a, b) => (a.keptAt < b.keptAt ? -1 : 1));
  let freed = 0;
  const found: string[] = [];
  for (const entry of unpinned) {
    if (freed >= bytes) break;
    found.push(entry.id);
    freed += entry.bytes;
  }
  return found;
}
