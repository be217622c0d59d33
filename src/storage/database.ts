/** The page's IndexedDB. Values are read as `unknown`, because an older version of the page may have written them. */
import { openDB } from 'idb';
import { type CurrentDatabase, type CurrentKey, type CurrentSchema, isOfTab, keyInSlot } from './current-schema.js';
import { noteWritten, takeSlot } from './tab-slot.js';

export type Database = ReturnType<typeof createDatabase>;

interface Opened {
  readonly db: CurrentDatabase;
  /** Where this tab's values are. */
  readonly slot: string;
}

/** Opens at the first use and stays open: a value written while the tab closes has no time to wait. `signal`: ends the tab's use. */
export function createDatabase(signal: AbortSignal) {
  let opening: Promise<Opened> | undefined;
  let hasFailed = false;
  const open = (): Promise<Opened> =>
    (opening ??= openSlot(signal, hasFailed).catch((error: unknown) => {
      opening = undefined;
      hasFailed = true;
      throw error;
    }));

  return {
    /** Rejects where the browser refuses storage (private windows of some browsers). */
    readCurrent: async (key: CurrentKey): Promise<unknown> => {
      const { db, slot } = await open();
      const own: unknown = isOfTab(key) ? await db.get('current', keyInSlot(slot, key)) : undefined;
      // A full device keeps the values of an older version of the page without a slot.
      return own ?? (await db.get('current', key));
    },
    /** Rejects where the browser refuses storage or has no room. */
    writeCurrent: async (key: CurrentKey, value: unknown): Promise<void> => {
      const { db, slot } = await open();
      await db.put('current', value, isOfTab(key) ? keyInSlot(slot, key) : key);
      // A transaction of its own: the value itself must not wait. Where it fails, only the order of the slots is old.
      if (isOfTab(key)) await noteWritten(db, slot).catch(() => undefined);
    },
  };
}

async function openSlot(signal: AbortSignal, isEmpty: boolean): Promise<Opened> {
  const db = await openDB<CurrentSchema>('quals', 1, {
    upgrade: (created) => void created.createObjectStore('current'),
  });
  return { db, slot: await takeSlot(db, signal, isEmpty) };
}
