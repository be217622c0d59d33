import { expect, it } from 'vitest';
import { createHistoryInMemory } from '../../storage/history/history-in-memory.js';
import type { HistoryStore } from '../../storage/history/history-store.js';
import type { HistoryEntry } from './history-entry.js';
import { writeWithRoom } from './make-room.js';

function makeEntry(day: number, bytes: number, pinned = false): HistoryEntry {
  const keptAt = `2026-11-0${day + 1}T12:00:00.000Z`;
  const score = { results: 1, scored: 1, lowest: -1, highest: -1, mean: -1 };
  return { kind: 'single', title: '', keptAt, pinned, ...score, bytes, version: 2, recordVersion: 1 };
}

const sizeOf = (entry: unknown): number => (entry as HistoryEntry).bytes;

/** A store of 100 bytes. */
function fullStore(): HistoryStore {
  const store = createHistoryInMemory();
  return {
    ...store,
    write: async (id, rows) => {
      const others = [...(await store.readAll('entries'))].filter(([other]) => other !== id);
      const used = others.reduce((sum, [, entry]) => sum + sizeOf(entry), 0);
      if (used + sizeOf(rows.entries) > 100) throw new DOMException('full', 'QuotaExceededError');
      await store.write(id, rows);
    },
  };
}

async function fill(store: HistoryStore): Promise<void> {
  const entries = { old: makeEntry(1, 40, true), older: makeEntry(0, 30), newer: makeEntry(2, 30) };
  for (const [id, entry] of Object.entries(entries)) await store.write(id, { entries: entry });
}

const idsIn = async (store: HistoryStore): Promise<string[]> => [...(await store.readAll('entries')).keys()];

it('deletes nothing while there is room', async () => {
  const store = fullStore();
  expect(await writeWithRoom(store, 'a', { entries: makeEntry(9, 100) }, 100)).toEqual({ isWritten: true, removed: 0 });
});

it('deletes the oldest that are not pinned, and no more than needed', async () => {
  const store = fullStore();
  await fill(store);
  expect(await writeWithRoom(store, 'a', { entries: makeEntry(9, 25) }, 25)).toEqual({ isWritten: true, removed: 1 });
  expect(await idsIn(store)).toEqual(['old', 'newer', 'a']);
});

it('says so where pinned ones leave no room', async () => {
  const store = fullStore();
  await fill(store);
  expect(await writeWithRoom(store, 'a', { entries: makeEntry(9, 70) }, 70)).toEqual({ isWritten: false, removed: 2 });
  expect(await idsIn(store)).toEqual(['old']);
});

it('lets other faults through', async () => {
  const write = () => Promise.reject(new DOMException('disk', 'UnknownError'));
  await expect(writeWithRoom({ ...createHistoryInMemory(), write }, 'a', {}, 1)).rejects.toThrow('disk');
});
