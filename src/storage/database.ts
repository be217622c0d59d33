/** The page's IndexedDB. Values are read as `unknown`, because an older version of the page may have written them. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

export type CurrentKey = 'texts' | 'settings' | 'result' | 'comparison' | 'comparison-aside' | 'comparison-scores';

interface QualsDatabase extends DBSchema {
  /** One value per key: what the page shows again after a reload. */
  readonly current: { readonly key: CurrentKey; readonly value: unknown };
}

export type Database = ReturnType<typeof createDatabase>;

/** Opens at the first use and stays open: a value written while the tab closes has no time to wait. */
export function createDatabase() {
  let opening: Promise<IDBPDatabase<QualsDatabase>> | undefined;
  const open = (): Promise<IDBPDatabase<QualsDatabase>> =>
    (opening ??= openDB<QualsDatabase>('quals', 1, {
      upgrade: (db) => void db.createObjectStore('current'),
    }));

  return {
    /** Rejects where the browser refuses storage (private windows of some browsers). */
    readCurrent: async (key: CurrentKey): Promise<unknown> => (await open()).get('current', key),
    /** Rejects where the browser refuses storage or has no room. */
    writeCurrent: async (key: CurrentKey, value: unknown): Promise<void> => {
      await (await open()).put('current', value, key);
    },
  };
}
