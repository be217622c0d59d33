/** Kept results in IndexedDB, in a database apart from the page's other values, so that each has its own version. */
import { type DBSchema, openDB } from 'idb';
import { HISTORY_TABLES, type HistoryChoice, type HistoryRows, type HistoryStore } from './history-store.js';

interface Table {
  readonly key: string;
  readonly value: unknown;
}

interface HistorySchema extends DBSchema {
  readonly entries: Table;
  readonly texts: Table;
  readonly contents: Table;
  readonly choices: { readonly key: HistoryChoice; readonly value: unknown };
}

const NAME = 'quals-history';
const VERSION = 1;

/**
 * `onClosed`: a newer version of the page in another tab needs the database, or the browser closed it; open it again for the next
 * use. Rejects where the browser refuses storage, and with a `VersionError` where a newer version of the page wrote it.
 */
export async function openHistoryDatabase(onClosed: () => void): Promise<HistoryStore> {
  const db = await openDB<HistorySchema>(NAME, VERSION, {
    upgrade: (created) => {
      for (const table of HISTORY_TABLES) created.createObjectStore(table);
      created.createObjectStore('choices');
    },
    // Otherwise the other tab would wait for this one.
    blocking: () => {
      db.close();
      onClosed();
    },
    terminated: onClosed,
  });

  return {
    readAll: async (table) => {
      const { store } = db.transaction(table);
      const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
      return new Map(keys.map((key, index) => [key, values[index]]));
    },
    contentIds: async () => new Set(await db.getAllKeys('contents')),
    read: async (id) => {
      const transaction = db.transaction(HISTORY_TABLES);
      const values = await Promise.all(HISTORY_TABLES.map((table) => transaction.objectStore(table).get(id)));
      return Object.fromEntries(HISTORY_TABLES.map((table, index) => [table, values[index]]));
    },
    write: async (id, rows) => {
      const transaction = db.transaction(HISTORY_TABLES, 'readwrite');
      const writes = filled(rows).map(([table, value]) => transaction.objectStore(table).put(value, id));
      await Promise.all([...writes, transaction.done]);
    },
    remove: async (ids) => {
      const transaction = db.transaction(HISTORY_TABLES, 'readwrite');
      const removals = HISTORY_TABLES.flatMap((table) => ids.map((id) => transaction.objectStore(table).delete(id)));
      await Promise.all([...removals, transaction.done]);
    },
    readChoice: (choice) => db.get('choices', choice),
    writeChoice: async (choice, value) => void (await db.put('choices', value, choice)),
  };
}

function filled(rows: HistoryRows): [(typeof HISTORY_TABLES)[number], unknown][] {
  return HISTORY_TABLES.flatMap((table) => (rows[table] === undefined ? [] : [[table, rows[table]]]));
}
