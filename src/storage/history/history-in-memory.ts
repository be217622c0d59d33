/** Kept results until the tab closes, where the browser refuses storage. */
import { HISTORY_TABLES, type HistoryChoice, type HistoryStore } from './history-store.js';

export function createHistoryInMemory(): HistoryStore {
  const tables = {
    entries: new Map<string, unknown>(),
    texts: new Map<string, unknown>(),
    contents: new Map<string, unknown>(),
  };
  const choices = new Map<HistoryChoice, unknown>();
  return {
    readAll: async (table) => new Map(tables[table]),
    contentIds: async () => new Set(tables.contents.keys()),
    read: async (id) => Object.fromEntries(HISTORY_TABLES.map((table) => [table, tables[table].get(id)])),
    write: async (id, rows) => {
      for (const table of HISTORY_TABLES) if (rows[table] !== undefined) tables[table].set(id, rows[table]);
    },
    remove: async (ids) => {
      for (const table of HISTORY_TABLES) for (const id of ids) tables[table].delete(id);
    },
    readChoice: async (choice) => choices.get(choice),
    writeChoice: async (choice, value) => void choices.set(choice, value),
  };
}
