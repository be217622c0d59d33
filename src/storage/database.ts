/** The page's IndexedDB. Values are read as `unknown`, because an older version of the page may have written them. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

export type CurrentKey = 'texts' | 'settings' | 'result';

interface QualsDatabase extends DBSchema {
  /** One value per key: what the page shows again after a reload. */
  readonly current: { readonly key: CurrentKey; readonly value: unknown };
}

let opening: Promise<IDBPDatabase<QualsDatabase>> | undefined;

function database(): Promise<IDBPDatabase<QualsDatabase>> {
  opening ??= openDB<QualsDatabase>('quals', 1, {
    upgrade: (db) => void db.createObjectStore('current'),
  });
  return opening;
}

/** Rejects if the browser refuses storage (private windows of some browsers). */
export async function readCurrent(key: CurrentKey): Promise<unknown> {
  return (await database()).get('current', key);
}

/** Rejects if the browser refuses storage or has no room. */
export async function writeCurrent(key: CurrentKey, value: unknown): Promise<void> {
  await (await database()).put('current', value, key);
}
